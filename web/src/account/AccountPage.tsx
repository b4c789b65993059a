import '../ui/dialog/dialog.css.ts';
import { accountApi } from '../api/account.ts';
import type { Bootstrap } from '../api/session.ts';
import { errorText } from '../messages/error-text.ts';
import * as t from '../messages/texts.ts';
import { PlainPage } from '../page/PlainPage.tsx';
import type { OAuthError } from '../session/address/oauth-error.ts';
import { useSession } from '../session/context.ts';
import type { FlashMessage } from '../session/state/state.ts';
import { useQuery } from '../session/use-query.ts';
import { OAuthErrorMessage } from '../sign-in/providers/OAuthErrorMessage.tsx';
import { Button, LinkButton } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { useOnline } from '../ui/hooks/use-online.ts';
import { Notice } from '../ui/Notice.tsx';
import { AccountSkeleton } from './AccountSkeleton.tsx';
import { ConfirmDialog } from './confirm/ConfirmDialog.tsx';
import { useConfirmation } from './confirm/use-confirmation.ts';
import { DataSection } from './DataSection.tsx';
import { DeleteSection } from './DeleteSection.tsx';
import { EmailSection } from './EmailSection.tsx';
import { LanguageSection } from './LanguageSection.tsx';
import { LoginsSection } from './LoginsSection.tsx';
import { PasswordSection } from './PasswordSection.tsx';
import { SessionsSection } from './SessionsSection.tsx';

type Props = { bootstrap: Bootstrap; oauthError: OAuthError | null; flash: FlashMessage | null };

export default function AccountPage({ bootstrap, oauthError, flash }: Props) {
  const session = useSession();
  const isOnline = useOnline();
  const { value: account, problem, reload } = useQuery(accountApi.load);
  const confirmation = useConfirmation();
  const { withConfirmation } = confirmation;
  const linked = account?.logins.find(({ provider }) => flash?.of === 'link' && provider === flash.provider);

  return (
    <PlainPage
      title={t.account.title}
      back={
        <>
          <LinkButton href={session.chatPath()} variant="subtle" size="xs">
            {t.common.backToChat}
          </LinkButton>
          {account?.isOperator && (
            <LinkButton href="/console" variant="subtle" size="xs">
              {t.account.toConsole}
            </LinkButton>
          )}
        </>
      }
    >
      {!isOnline && (
        <Notice ground="warn" icon="wifi-off">
          {t.common.offline}
        </Notice>
      )}
      {linked && <Notice ground="good">{t.account.linked(linked.name)}</Notice>}
      <OAuthErrorMessage oauthError={oauthError} bootstrap={bootstrap} />
      {problem && (
        <>
          <ErrorMessage>{errorText(problem.code)}</ErrorMessage>
          <Button variant="default" onClick={() => void reload()}>
            {t.common.tryAgain}
          </Button>
        </>
      )}
      {!account && !problem && <AccountSkeleton />}
      {account && (
        <>
          <EmailSection
            account={account}
            sendsMail={bootstrap.sendsMail}
            withConfirmation={withConfirmation}
          />
          <PasswordSection account={account} withConfirmation={withConfirmation} onChanged={reload} />
          <LoginsSection
            account={account}
            bootstrap={bootstrap}
            withConfirmation={withConfirmation}
            onChanged={reload}
          />
          <LanguageSection />
          <SessionsSection account={account} onChanged={reload} />
          <DataSection />
          <DeleteSection account={account} />
          <ConfirmDialog confirmation={confirmation} account={account} />
        </>
      )}
    </PlainPage>
  );
}
