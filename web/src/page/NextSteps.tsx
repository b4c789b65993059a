import { Link } from 'wouter';
import * as t from '../messages/texts.ts';
import { paths } from '../routes.ts';
import styles from '../ui/layout.module.css';

/** Where somebody who is in goes on from the link of a mail that was of no use to them. */
export function NextSteps({ canLogIn }: { canLogIn: boolean }) {
  return (
    <p className={styles.aside}>
      {canLogIn && (
        <>
          <Link href={paths.existingAccount}>{t.pages.logInToAccount}</Link>,{' '}
        </>
      )}
      <Link href={paths.newChat}>{t.common.goToChat}</Link>
    </p>
  );
}
