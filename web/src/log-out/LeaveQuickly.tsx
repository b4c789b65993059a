import { useId } from 'react';
import * as t from '../messages/texts.ts';
import { useSession } from '../session/context.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import styles from './log-out.module.css';
import { useShiftPresses } from './use-shift-presses.ts';

const maxPresses = 3;

/** For people who are watched: erases everything of the guest, and shows another site at once. */
export function LeaveQuickly() {
  const session = useSession();
  const presses = useShiftPresses(maxPresses, session.leaveQuickly);
  const id = useId();
  return (
    <>
      <span role="status" className={styles.hint}>
        {presses > 0 && t.logOut.shiftHint(maxPresses - presses)}
      </span>
      <ActionButton variant="subtle" size="xs" aria-describedby={id} onClick={session.leaveQuickly}>
        {t.logOut.leaveQuickly}
      </ActionButton>
      <span id={id} className="visually-hidden">
        {t.logOut.leaveQuicklyHint}
      </span>
    </>
  );
}
