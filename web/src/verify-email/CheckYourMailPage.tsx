import { Link } from 'wouter';
import { Page } from '../page/Page.tsx';
import { paths } from '../routes.ts';
import styles from '../ui/layout.module.css';
import mail from './mail.module.css';
import { Resend } from './Resend.tsx';

/** A mail is under way to somebody who has registered. Whether there is an account already is not told here. */
export default function CheckYourMailPage({ email, onAnother }: { email: string; onAnother: () => void }) {
  return (
    <Page title="Check your mail">
      <p className={styles.lead}>
        We have sent a link to <span className={mail.address}>{email}</span>. Open it to confirm your address;
        then you can chat.
      </p>
      <p className={styles.aside}>Nothing there after a few minutes? Look among the unwanted mail.</p>
      <Resend email={email} wasJustSent />
      <p className={mail.actions}>
        <button type="button" className="text-button" onClick={onAnother}>
          Use another address
        </button>
        <Link href={paths.login}>Login</Link>
      </p>
    </Page>
  );
}
