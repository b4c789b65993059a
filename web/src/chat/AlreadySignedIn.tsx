import { Link as PageLink } from 'wouter';
import type { Bootstrap, Person } from '../api/session.ts';
import { LogOutDialog } from '../log-out/LogOutDialog.tsx';
import { useLogOut } from '../log-out/use-log-out.ts';
import { paths } from '../routes.ts';
import type { InvitationLink } from '../session/address/invitation-link.ts';
import { canUpgrade } from '../session/can-upgrade.ts';
import { useSession } from '../session/context.ts';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { codeForAccount } from '../upgrade/code-for-account.ts';
import styles from './ChatPage.module.css';

/** Whoever is in may log out first, and then use the code; a guest may also become a member with it. */
export function AlreadySignedIn({
  link,
  bootstrap,
  person,
}: {
  link: InvitationLink;
  bootstrap: Bootstrap;
  person: Person;
}) {
  const session = useSession();
  const logOut = useLogOut(person, link.code);
  const isForAccount = link.state === 'registration' && canUpgrade(person);
  const word = codeForAccount(bootstrap, link) === '' ? 'without' : 'with';

  return (
    <div className={styles.notice}>
      <ErrorMessage>
        You are already signed in. The code in your link was not used: to use it, log out first.{' '}
        {isForAccount && (
          <>
            Or create an account {word} it: then your chats stay.{' '}
            <PageLink href={paths.createAccount}>Create account {word} it</PageLink>
            {' · '}
          </>
        )}
        <button type="button" className="text-button" onClick={logOut.ask} disabled={logOut.isRunning}>
          Log out first
        </button>
        {' · '}
        <button type="button" className="text-button" onClick={session.dismissLink}>
          Dismiss
        </button>
      </ErrorMessage>
      <LogOutDialog logOut={logOut} person={person} />
    </div>
  );
}
