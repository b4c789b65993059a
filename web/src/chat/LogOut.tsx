import { Button } from '@mantine/core';
import { sentenceOf } from '../sentences.ts';
import { Refused } from '../ui/Refused.tsx';
import styles from './ChatPage.module.css';
import { LeaveDialog } from './LeaveDialog.tsx';
import { useLogOut } from './use-log-out.ts';

export function LogOut({ isGuest }: { isGuest: boolean }) {
  const leaving = useLogOut(isGuest);
  return (
    <>
      <Button variant="default" size="xs" loading={leaving.isRunning} onClick={leaving.ask}>
        Log out
      </Button>
      {leaving.problem && !leaving.isAsking && (
        <div className={styles.headerProblem}>
          <Refused>You are still signed in. {sentenceOf(leaving.problem.code)}</Refused>
        </div>
      )}
      <LeaveDialog leaving={leaving} />
    </>
  );
}
