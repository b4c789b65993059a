import type { Person } from '../api/client.ts';
import { sentenceOf } from '../messages/errors.ts';
import { ActButton } from '../ui/ActionButton.tsx';
import { Refused } from '../ui/ErrorMessage.tsx';
import { LeaveDialog } from './LogOutDialog.tsx';
import styles from './log-out.module.css';
import { useLogOut } from './use-log-out.ts';

/** Logs out of the chat. */
export function LogOut({ person }: { person: Person }) {
  const leaving = useLogOut(person);
  return (
    <>
      <ActButton variant="default" size="xs" loading={leaving.isRunning} onClick={leaving.ask}>
        Log out
      </ActButton>
      {leaving.problem && !leaving.isAsking && (
        <div className={styles.wide}>
          <Refused>You are still signed in. {sentenceOf(leaving.problem.code)}</Refused>
        </div>
      )}
      <LeaveDialog leaving={leaving} person={person} />
    </>
  );
}
