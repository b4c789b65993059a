import { useState } from 'react';
import { Link } from 'wouter';
import type { Bootstrap } from '../api/session.ts';
import type { GuestChats } from '../api/sign-in.ts';
import * as t from '../messages/texts.ts';
import { Page } from '../page/Page.tsx';
import type { OAuthError } from '../session/address/oauth-error.ts';
import { useSession } from '../session/context.ts';
import { CredentialsForm } from '../sign-in/CredentialsForm.tsx';
import { OAuthErrorMessage } from '../sign-in/providers/OAuthErrorMessage.tsx';
import { Aside } from '../ui/layout.tsx';
import { rich } from '../ui/rich.ts';
import { AccountExists } from './AccountExists.tsx';
import { GuestChatsChoice } from './GuestChatsChoice.tsx';

type Props = {
  bootstrap: Bootstrap;
  email: string;
  /** The guest wanted to create this account, but it exists already. */
  isTaken: boolean;
  oauthError: OAuthError | null;
  onAnother: () => void;
};

export function ExistingAccountPage({ bootstrap, email, isTaken, oauthError, onAnother }: Props) {
  const session = useSession();
  const [guestChats, setGuestChats] = useState<GuestChats | null>(null);
  return (
    <Page title={t.upgrade.existing.title}>
      {isTaken ? (
        <AccountExists bootstrap={bootstrap} email={email} oauthError={email ? null : oauthError} />
      ) : (
        <OAuthErrorMessage oauthError={oauthError} bootstrap={bootstrap} />
      )}
      <GuestChatsChoice value={guestChats} onChange={setGuestChats} />
      <CredentialsForm bootstrap={bootstrap} givenEmail={email} guestChats={guestChats} />
      <Aside>
        {rich(
          t.upgrade.notYours((text) => (
            <button type="button" className="text-button" onClick={onAnother}>
              {text}
            </button>
          )),
        )}
      </Aside>
      <Aside>{rich(t.upgrade.notNow((text) => <Link href={session.chatPath()}>{text}</Link>))}</Aside>
    </Page>
  );
}
