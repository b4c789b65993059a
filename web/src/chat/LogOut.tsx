import type { Person } from '../api.ts';
import { sentenceOf } from '../sentences.ts';
import { ActButton } from '../ui/ActButton.tsx';
import { Refused } from '../ui/Refused.tsx';
import styles from './ChatPage.module.css';
import { LeaveDialog } from './LeaveDialog.tsx';
import { useLogOut } from './use-log-out.ts';

export function LogOut({ person }: { person: Person }) {
  const leaving = useLogOut(person.isGuest);
  return (
    <>
      <ActButton variant="default" size="xs" loading={leaving.isRunning} onClick={leaving.ask}>
        Log out
      </ActButton>
      {leaving.problem && !leaving.isAsking && (
        <div className={styles.headerProblem}>
          <Refused>You are still signed in. {sentenceOf(leaving.problem.code)}</Refused>
        </div>
      )}
      <LeaveDialog leaving={leaving} person={person} />
    </>
  );
}
