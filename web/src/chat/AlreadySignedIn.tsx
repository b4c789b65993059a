import type { ReactNode } from 'react';
import { Link as PageLink } from 'wouter';
import type { Bootstrap, Person } from '../api/session.ts';
import { LogOutDialog } from '../log-out/LogOutDialog.tsx';
import { useLogOut } from '../log-out/use-log-out.ts';
import * as t from '../messages/texts.ts';
import { paths } from '../routes.ts';
import type { InvitationLink } from '../session/address/invitation-link.ts';
import { canUpgrade } from '../session/can-upgrade.ts';
import { codeForAccount } from '../session/code-for-account.ts';
import { useSession } from '../session/context.ts';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { rich } from '../ui/rich.ts';
import styles from './ChatPage.module.css';

/** For a signed-in person with a code in a link: log out first to use it, or, as a guest, create an account with it. */
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
  const orCreate =
    codeForAccount(bootstrap, link) === ''
      ? t.chat.link.orCreateWithout<ReactNode>
      : t.chat.link.orCreateWith<ReactNode>;

  return (
    <div className={styles.notice}>
      <ErrorMessage>
        {t.chat.link.text}{' '}
        {isForAccount && (
          <>
            {rich(orCreate((text) => <PageLink href={paths.createAccount}>{text}</PageLink>))}{' '}
            {t.chat.link.separator}
          </>
        )}
        <button type="button" className="text-button" onClick={logOut.ask} disabled={logOut.isRunning}>
          {t.chat.link.logOutFirst}
        </button>
        {t.chat.link.separator}
        <button type="button" className="text-button" onClick={session.dismissLink}>
          {t.chat.link.dismiss}
        </button>
      </ErrorMessage>
      <LogOutDialog logOut={logOut} person={person} />
    </div>
  );
}
