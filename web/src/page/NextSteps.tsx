import { Link } from 'wouter';
import { paths } from '../routes.ts';
import styles from '../ui/layout.module.css';

/** Where somebody who is in goes on from the link of a mail that was of no use to them. */
export function NextSteps({ canLogIn }: { canLogIn: boolean }) {
  return (
    <p className={styles.aside}>
      {canLogIn && (
        <>
          <Link href={paths.existingAccount}>Log in to your account</Link>,{' '}
        </>
      )}
      <Link href={paths.newChat}>Go to the chat</Link>
    </p>
  );
}
