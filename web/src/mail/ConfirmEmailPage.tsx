import { Link } from 'wouter';
import styles from '../access/access.module.css';
import { useLogOut } from '../chat/use-log-out.ts';
import { sentenceOf } from '../sentences.ts';
import { ActButton } from '../ui/ActButton.tsx';
import { Frame } from '../ui/Frame.tsx';
import { Refused } from '../ui/Refused.tsx';
import mail from './mail.module.css';
import { Resend } from './Resend.tsx';

/** Stands in for the chat until a member has confirmed the e-mail address. Another tab may do that: this one follows. */
export default function ConfirmEmailPage({ email }: { email: string }) {
  const leaving = useLogOut(false);
  return (
    <Frame title="Confirm your e-mail address">
      <p className={styles.lead}>
        We have sent a link to <span className={mail.address}>{email}</span>. Open it, and you can chat. This
        page goes on by itself.
      </p>
      <p className={styles.aside}>Nothing there after a few minutes? Look among the unwanted mail.</p>
      <Resend wasJustSent={false} />
      <p className={styles.aside}>
        Not your address? <Link href="/account">Use another address</Link>
      </p>
      {leaving.problem && <Refused>You are still signed in. {sentenceOf(leaving.problem.code)}</Refused>}
      <ActButton size="md" variant="default" loading={leaving.isRunning} onClick={leaving.ask}>
        Log out
      </ActButton>
    </Frame>
  );
}
