import '../ui/dialog.css.ts';
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { type Access, api } from '../api/client.ts';
import { sentenceOf } from '../messages/errors.ts';
import { Frame } from '../page/Page.tsx';
import type { Setback } from '../session/address/oauth-error.ts';
import { type News, useVisit } from '../session/context.ts';
import { useAsked } from '../session/use-query.ts';
import { SetbackNotice } from '../sign-in/providers/OAuthErrorMessage.tsx';
import { Refused } from '../ui/ErrorMessage.tsx';
import { Notice } from '../ui/Notice.tsx';
import { AccountSkeleton } from './AccountSkeleton.tsx';
import styles from './account.module.css';
import { ConfirmDialog } from './confirm/ConfirmDialog.tsx';
import { useConfirmation } from './confirm/use-confirmation.ts';
import { DataSection } from './DataSection.tsx';
import { DeleteSection } from './DeleteSection.tsx';
import { EmailSection } from './EmailSection.tsx';
import { LoginsSection } from './LoginsSection.tsx';
import { PasswordSection } from './PasswordSection.tsx';
import { SessionsSection } from './SessionsSection.tsx';

type Props = { access: Access; setback: Setback | null; news: News | null };

export default function AccountPage({ access, setback, news }: Props) {
  const visit = useVisit();
  const { value: account, problem, reload } = useAsked(api.account);
  const confirmation = useConfirmation();
  const { confirmed } = confirmation;
  const linked = account?.logins.find(({ provider }) => news?.of === 'link' && provider === news.provider);

  return (
    <Frame title="Account">
      <p className={styles.quiet}>
        <Link href={visit.chatPath()}>Back to the chat</Link>
      </p>
      {linked && <Notice>{linked.name} is linked.</Notice>}
      <SetbackNotice setback={setback} access={access} />
      {problem && (
        <>
          <Refused>{sentenceOf(problem.code)}</Refused>
          <Button variant="default" onClick={() => void reload()}>
            Try again
          </Button>
        </>
      )}
      {!account && !problem && <AccountSkeleton />}
      {account && (
        <>
          <EmailSection account={account} sendsMail={access.sendsMail} confirmed={confirmed} />
          <PasswordSection account={account} confirmed={confirmed} onChanged={reload} />
          <LoginsSection account={account} access={access} confirmed={confirmed} onChanged={reload} />
          <SessionsSection account={account} onChanged={reload} />
          <DataSection />
          <DeleteSection account={account} />
          <ConfirmDialog confirmation={confirmation} account={account} />
        </>
      )}
    </Frame>
  );
}
