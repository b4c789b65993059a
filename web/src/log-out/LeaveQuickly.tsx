import { useId } from 'react';
import { useSession } from '../session/context.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import styles from './log-out.module.css';
import { useShiftPresses } from './use-shift-presses.ts';

const most = 3;
const hints = ['', 'Shift: twice more to leave', 'Shift: once more to leave'];

/** For people who are watched: everything of a guest is erased, and another site is shown at once. */
export function LeaveQuickly() {
  const session = useSession();
  const presses = useShiftPresses(most, session.leaveQuickly);
  const id = useId();
  return (
    <>
      <span role="status" className={styles.hint}>
        {hints[presses]}
      </span>
      <ActionButton variant="subtle" size="compact-xs" aria-describedby={id} onClick={session.leaveQuickly}>
        Leave quickly
      </ActionButton>
      <span id={id} className="visually-hidden">
        Deletes all your chats, and shows another site. You can also press Shift three times.
      </span>
    </>
  );
}
