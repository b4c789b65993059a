import { Link } from 'wouter';
import { toExistingAccount } from '../routes.ts';
import styles from '../ui/layout.module.css';

/** Where somebody who is in goes on from the link of a mail that was of no use to them. */
export function WaysOn({ canLogIn }: { canLogIn: boolean }) {
  return (
    <p className={styles.aside}>
      {canLogIn && (
        <>
          <Link href={toExistingAccount}>Log in to your account</Link>,{' '}
        </>
      )}
      <Link href="/chat">Go to the chat</Link>
    </p>
  );
}
