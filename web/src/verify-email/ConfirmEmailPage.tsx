import type { ReactNode } from 'react';
import { Link } from 'wouter';
import * as t from '../messages/texts.ts';
import { Page } from '../page/Page.tsx';
import { paths } from '../routes.ts';
import { ConfirmByCode } from '../sign-in/register/ConfirmByCode.tsx';
import mail from '../sign-in/register/mail.module.css';
import { Aside, Lead } from '../ui/layout.tsx';
import { rich } from '../ui/rich.ts';

/** Shown instead of the chat until the email is confirmed, here or in another tab. */
export default function ConfirmEmailPage({ email }: { email: string }) {
  return (
    <Page title={t.email.confirm.title}>
      <Lead>{rich(t.email.confirm.text<ReactNode>(<span className={mail.address}>{email}</span>))}</Lead>
      <Aside>{t.email.nothingArrived}</Aside>
      <ConfirmByCode email={email} isSignedIn />
      <Aside>{rich(t.email.confirm.notYours((text) => <Link href={paths.account}>{text}</Link>))}</Aside>
    </Page>
  );
}
