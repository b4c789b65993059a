import { Link } from 'wouter';
import styles from '../access/access.module.css';
import type { Person } from '../api.ts';
import { toExistingAccount } from '../paths.ts';
import { Frame } from '../ui/Frame.tsx';

/** The link of a mail was opened by somebody who is in as somebody else. */
export function OtherAccountPage({ person }: { person: Person }) {
  const canLogIn = person.isGuest && person.conversion !== 'off';
  return (
    <Frame title="This link belongs to another account">
      <p className={styles.lead}>
        {person.isGuest
          ? 'You are here as a guest. Open the link where you registered, or log in to your account first.'
          : `You are here as ${person.email}. Open the link where you registered, or log out first.`}
      </p>
      <p className={styles.aside}>
        {canLogIn && (
          <>
            <Link href={toExistingAccount}>Log in to your account</Link>,{' '}
          </>
        )}
        <Link href="/chat">Go to the chat</Link>
      </p>
    </Frame>
  );
}
