import type { Access as Offer } from '@foyer/policy';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { Bootstrap } from '../api/session.ts';
import { Page } from '../page/Page.tsx';
import { paths } from '../routes.ts';
import type { PrefilledEmail } from '../session/state.ts';
import styles from '../ui/layout.module.css';
import { Notice } from '../ui/Notice.tsx';
import { CredentialsForm } from './CredentialsForm.tsx';
import { GuestButton } from './GuestButton.tsx';
import { InvitationCodeForm } from './InvitationCodeForm.tsx';

type Props = {
  offer: Extract<Offer, { page: 'login' }>;
  bootstrap: Bootstrap;
  notice: ReactNode;
  /** A code that was typed on the register page and belongs here. */
  typed: string;
  prefilledEmail: PrefilledEmail | null;
};

export function LoginPage({ offer, bootstrap, notice, typed, prefilledEmail }: Props) {
  const [isUnfolded, setUnfolded] = useState(false);
  const isFolded = offer.codeField === 'folded' && !isUnfolded && typed === '';
  const hasCodes = offer.guest || offer.codeField !== 'none';

  return (
    <Page title="Login">
      {notice}
      {prefilledEmail?.isNew && (
        <Notice>
          Log in with the address and password that you just used; there you can change the address.
        </Notice>
      )}
      {hasCodes && (
        <section className={styles.section} aria-label="Without an account">
          {offer.guest && <GuestButton isOpen={bootstrap.guestAccess !== 'closed'} />}
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
      <CredentialsForm bootstrap={bootstrap} givenEmail={prefilledEmail?.email ?? ''} />
      {offer.register && (
        <p className={styles.aside}>
          No account yet? <Link href={paths.register}>Register</Link>
        </p>
      )}
    </Page>
  );
}
