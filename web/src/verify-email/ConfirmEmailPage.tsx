import type { ReactNode } from 'react';
import { Link } from 'wouter';
import * as t from '../messages/texts.ts';
import { Page } from '../page/Page.tsx';
import { paths } from '../routes.ts';
import styles from '../ui/layout.module.css';
import { rich } from '../ui/rich.ts';
import mail from './mail.module.css';
import { Resend } from './Resend.tsx';

/** Stands in for the chat until a member has confirmed the e-mail address. Another tab may do that: this one follows. */
export default function ConfirmEmailPage({ email }: { email: string }) {
  return (
    <Page title={t.email.confirm.title}>
      <p className={styles.lead}>
        {rich(t.email.confirm.text<ReactNode>(<span className={mail.address}>{email}</span>))}
      </p>
      <p className={styles.aside}>{t.email.nothingArrived}</p>
      <Resend wasJustSent={false} />
      <p className={styles.aside}>
        {rich(t.email.confirm.notYours((text) => <Link href={paths.account}>{text}</Link>))}
      </p>
    </Page>
  );
}
