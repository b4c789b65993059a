import type { Person } from '../api/session.ts';
import { errorText } from '../messages/errors.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { LogOutDialog } from './LogOutDialog.tsx';
import styles from './log-out.module.css';
import { useLogOut } from './use-log-out.ts';

/** Logs out of the chat. */
export function LogOut({ person }: { person: Person }) {
  const logOut = useLogOut(person);
  return (
    <>
      <ActionButton variant="default" size="xs" loading={logOut.isRunning} onClick={logOut.ask}>
        Log out
      </ActionButton>
      {logOut.problem && !logOut.isAsking && (
        <div className={styles.wide}>
          <ErrorMessage>You are still signed in. {errorText(logOut.problem.code)}</ErrorMessage>
        </div>
      )}
      <LogOutDialog logOut={logOut} person={person} />
    </>
  );
}
