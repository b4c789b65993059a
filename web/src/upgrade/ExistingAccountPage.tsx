import { useState } from 'react';
import { Link } from 'wouter';
import type { Access, GuestChats } from '../api/client.ts';
import { Frame } from '../page/Page.tsx';
import type { Setback } from '../session/address/oauth-error.ts';
import { useVisit } from '../session/context.ts';
import { CredentialsForm } from '../sign-in/CredentialsForm.tsx';
import { SetbackNotice } from '../sign-in/providers/OAuthErrorMessage.tsx';
import styles from '../ui/layout.module.css';
import { AccountTaken } from './AccountExists.tsx';
import { GuestChatsChoice } from './GuestChatsChoice.tsx';

type Props = {
  access: Access;
  email: string;
  /** The guest wanted to create this account, and it is there already. */
  isTaken: boolean;
  setback: Setback | null;
  onAnother: () => void;
};

/** A guest logs in to an account of theirs, and says first what becomes of their chats. */
export function ExistingAccountPage({ access, email, isTaken, setback, onAnother }: Props) {
  const visit = useVisit();
  const [guestChats, setGuestChats] = useState<GuestChats | null>(null);
  return (
    <Frame title="Log in to your account">
      {isTaken ? (
        <AccountTaken access={access} email={email} setback={email ? null : setback} />
      ) : (
        <SetbackNotice setback={setback} access={access} />
      )}
      <GuestChatsChoice value={guestChats} onChange={setGuestChats} />
      <CredentialsForm access={access} givenEmail={email} guestChats={guestChats} />
      <p className={styles.aside}>
        No account of yours?{' '}
        <button type="button" className="text-button" onClick={onAnother}>
          Use another address
        </button>
      </p>
      <p className={styles.aside}>
        Not now? <Link href={visit.chatPath()}>Stay as guest</Link>
      </p>
    </Frame>
  );
}
