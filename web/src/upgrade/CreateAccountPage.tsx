import { useState } from 'react';
import { Link, useSearch } from 'wouter';
import type { Bootstrap, Person } from '../api/session.ts';
import * as t from '../messages/texts.ts';
import { Page } from '../page/Page.tsx';
import type { InvitationLink } from '../session/address/invitation-link.ts';
import type { OAuthError } from '../session/address/oauth-error.ts';
import { codeForAccount } from '../session/code-for-account.ts';
import { useSession } from '../session/context.ts';
import { OAuthErrorMessage } from '../sign-in/providers/OAuthErrorMessage.tsx';
import { RegisterForm } from '../sign-in/register/RegisterForm.tsx';
import { Aside, Lead } from '../ui/layout.tsx';
import { rich } from '../ui/rich.ts';
import { ExistingAccountPage } from './ExistingAccountPage.tsx';

type Props = {
  bootstrap: Bootstrap;
  person: Person;
  link: InvitationLink | null;
  oauthError: OAuthError | null;
};

export default function CreateAccountPage({ bootstrap, person, link, oauthError }: Props) {
  const session = useSession();
  const code = codeForAccount(bootstrap, link);
  // A code that could not be checked is filled in.
  const given = link?.state === 'none' ? link.code : code;
  const [wantsAnother, setWantsAnother] = useState(false);
  const openField = wantsAnother || person.conversion === 'code' ? 'open' : 'none';
  const isTaken = oauthError?.refusal === 'ACCOUNT_EXISTS' || oauthError?.refusal === 'PROVIDER_NOT_LINKED';
  const hasAccount = new URLSearchParams(useSearch()).get('have') === 'account';
  const [existing, setExisting] = useState<{ email: string; isTaken: boolean } | null>(
    isTaken || hasAccount ? { email: '', isTaken } : null,
  );

  if (existing) {
    return (
      <ExistingAccountPage
        bootstrap={bootstrap}
        email={existing.email}
        isTaken={existing.isTaken}
        oauthError={oauthError}
        onAnother={() => setExisting(null)}
      />
    );
  }
  return (
    <Page title={t.common.createAccount}>
      <Lead>{t.upgrade.text}</Lead>
      {!isTaken && <OAuthErrorMessage oauthError={oauthError} bootstrap={bootstrap} />}
      <RegisterForm
        key={String(wantsAnother)}
        flow="convert"
        bootstrap={bootstrap}
        codeField={code && !wantsAnother ? 'locked' : openField}
        isCodeRequired={person.conversion === 'code'}
        givenCode={wantsAnother ? '' : given}
        isFromLink
        takesFocus={wantsAnother}
        onAnother={() => setWantsAnother(true)}
        onDone={() => session.sessionChanged('same', { flash: 'convert' })}
        onRefused={(refusal, email) => {
          if (refusal === 'ACCOUNT_EXISTS') setExisting({ email, isTaken: true });
          return (refusal === 'NOT_A_GUEST' || refusal === 'NOT_SIGNED_IN') && session.refresh();
        }}
      />
      <Aside>
        {rich(
          t.upgrade.haveAccount((text) => (
            <button
              type="button"
              className="text-button"
              onClick={() => setExisting({ email: '', isTaken: false })}
            >
              {text}
            </button>
          )),
        )}
      </Aside>
      <Aside>{rich(t.upgrade.notNow((text) => <Link href={session.chatPath()}>{text}</Link>))}</Aside>
    </Page>
  );
}
