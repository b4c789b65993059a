import { Link } from 'wouter';
import { Page } from '../page/Page.tsx';
import { paths } from '../routes.ts';
import styles from '../ui/layout.module.css';
import mail from './mail.module.css';
import { Resend } from './Resend.tsx';

/** Stands in for the chat until a member has confirmed the e-mail address. Another tab may do that: this one follows. */
export default function ConfirmEmailPage({ email }: { email: string }) {
  return (
    <Page title="Confirm your e-mail address">
      <p className={styles.lead}>
        We have sent a link to <span className={mail.address}>{email}</span>. Open it, and you can chat. This
        page goes on by itself.
      </p>
      <p className={styles.aside}>Nothing there after a few minutes? Look among the unwanted mail.</p>
      <Resend wasJustSent={false} />
      <p className={styles.aside}>
        Not your address? <Link href={paths.account}>Use another address</Link>
      </p>
    </Page>
  );
}
