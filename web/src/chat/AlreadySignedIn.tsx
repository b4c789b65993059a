import { Link as PageLink } from 'wouter';
import type { Access, Person } from '../api/client.ts';
import { LeaveDialog } from '../log-out/LogOutDialog.tsx';
import { useLogOut } from '../log-out/use-log-out.ts';
import { canBecomeMember } from '../session/can-upgrade.ts';
import { type Link, useVisit } from '../session/context.ts';
import { Refused } from '../ui/ErrorMessage.tsx';
import { codeForAccount } from '../upgrade/code-for-account.ts';
import styles from './ChatPage.module.css';

/** Whoever is in may log out first, and then use the code; a guest may also become a member with it. */
export function AlreadySignedIn({ link, access, person }: { link: Link; access: Access; person: Person }) {
  const visit = useVisit();
  const leaving = useLogOut(person, link.code);
  const isForAccount = link.state === 'registration' && canBecomeMember(person);
  const word = codeForAccount(access, link) === '' ? 'without' : 'with';

  return (
    <div className={styles.notice}>
      <Refused>
        You are already signed in. The code in your link was not used: to use it, log out first.{' '}
        {isForAccount && (
          <>
            Or create an account {word} it: then your chats stay.{' '}
            <PageLink href="/create-account">Create account {word} it</PageLink>
            {' · '}
          </>
        )}
        <button type="button" className="text-button" onClick={leaving.ask} disabled={leaving.isRunning}>
          Log out first
        </button>
        {' · '}
        <button type="button" className="text-button" onClick={visit.dropLink}>
          Dismiss
        </button>
      </Refused>
      <LeaveDialog leaving={leaving} person={person} />
    </div>
  );
}
