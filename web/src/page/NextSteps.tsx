import { Link } from 'wouter';
import { existingAccountPath } from '../routes.ts';
import styles from '../ui/layout.module.css';

/** Where somebody who is in goes on from the link of a mail that was of no use to them. */
export function NextSteps({ canLogIn }: { canLogIn: boolean }) {
  return (
    <p className={styles.aside}>
      {canLogIn && (
        <>
          <Link href={existingAccountPath}>Log in to your account</Link>,{' '}
        </>
      )}
      <Link href="/chat">Go to the chat</Link>
    </p>
  );
}
