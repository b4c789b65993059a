import type { Person } from '../api.ts';
import { Refused } from '../ui/Refused.tsx';
import { type Link, useVisit } from '../visit.ts';
import styles from './ChatPage.module.css';
import { LeaveDialog } from './LeaveDialog.tsx';
import { useLogOut } from './use-log-out.ts';

/** Whoever is in may log out first, and then use the code. */
export function AlreadySignedIn({ link, person }: { link: Link; person: Person }) {
  const visit = useVisit();
  const leaving = useLogOut(person.isGuest, link.code);

  return (
    <div className={styles.notice}>
      <Refused>
        You are already signed in. The code in your link was not used: to use it, log out first.{' '}
        <button type="button" className="text-button" onClick={leaving.ask} disabled={leaving.isRunning}>
          Use the code instead
        </button>{' '}
        <button type="button" className="text-button" onClick={visit.dropLink}>
          Dismiss
        </button>
      </Refused>
      <LeaveDialog leaving={leaving} person={person} />
    </div>
  );
}
