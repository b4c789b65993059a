import type { Access as Offer } from '@foyer/policy';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { Access } from '../api/client.ts';
import { Frame } from '../page/Page.tsx';
import type { KnownEmail } from '../session/context.ts';
import styles from '../ui/layout.module.css';
import { Notice } from '../ui/Notice.tsx';
import { CredentialsForm } from './CredentialsForm.tsx';
import { GuestButton } from './GuestButton.tsx';
import { InvitationCodeForm } from './InvitationCodeForm.tsx';

type Props = {
  offer: Extract<Offer, { page: 'login' }>;
  access: Access;
  notice: ReactNode;
  /** A code that was typed on the register page and belongs here. */
  typed: string;
  known: KnownEmail | null;
};

export function LoginPage({ offer, access, notice, typed, known }: Props) {
  const [isUnfolded, setUnfolded] = useState(false);
  const isFolded = offer.codeField === 'folded' && !isUnfolded && typed === '';
  const hasCodes = offer.guest || offer.codeField !== 'none';

  return (
    <Frame title="Login">
      {notice}
      {known?.isNew && (
        <Notice>
          Log in with the address and password that you just used; there you can change the address.
        </Notice>
      )}
      {hasCodes && (
        <section className={styles.section} aria-label="Without an account">
          {offer.guest && <GuestButton isOpen={access.guestAccess !== 'closed'} />}
          {isFolded && (
            <button type="button" className="text-button" onClick={() => setUnfolded(true)}>
              I have an invitation code
            </button>
          )}
          {offer.codeField !== 'none' && !isFolded && (
            <InvitationCodeForm
              key={typed}
              typed={typed}
              canRegister={offer.register}
              takesFocus={offer.codeField === 'folded'}
            />
          )}
          <p className={styles.or}>or with your account</p>
        </section>
      )}
      <CredentialsForm access={access} givenEmail={known?.email ?? ''} />
      {offer.register && (
        <p className={styles.aside}>
          No account yet? <Link href="/register">Register</Link>
        </p>
      )}
    </Frame>
  );
}
