import type { Access as Offer } from '@foyer/policy';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { Bootstrap } from '../api/session.ts';
import * as t from '../messages/texts.ts';
import { Page } from '../page/Page.tsx';
import { paths } from '../routes.ts';
import type { PrefilledEmail } from '../session/state/state.ts';
import styles from '../ui/layout.module.css';
import { Aside, Divider } from '../ui/layout.tsx';
import { Notice } from '../ui/Notice.tsx';
import { rich } from '../ui/rich.ts';
import { CredentialsForm } from './CredentialsForm.tsx';
import { GuestButton } from './GuestButton.tsx';
import { InvitationCodeForm } from './InvitationCodeForm.tsx';

type Props = {
  offer: Extract<Offer, { page: 'login' }>;
  bootstrap: Bootstrap;
  notice: ReactNode;
  /** A login code that was typed on the register page. */
  typed: string;
  prefilledEmail: PrefilledEmail | null;
};

export function LoginPage({ offer, bootstrap, notice, typed, prefilledEmail }: Props) {
  const [isUnfolded, setUnfolded] = useState(false);
  const isFolded = offer.codeField === 'folded' && !isUnfolded && typed === '';
  const hasCodes = offer.guest || offer.codeField !== 'none';

  return (
    <Page title={t.common.login}>
      {notice}
      {prefilledEmail?.isNew && <Notice>{t.signIn.login.newAddress}</Notice>}
      {hasCodes && (
        <section className={styles.section} aria-label={t.signIn.login.withoutAccount}>
          {offer.guest && <GuestButton isOpen={bootstrap.guestAccess !== 'closed'} />}
          {isFolded && (
            <button type="button" className="text-button" onClick={() => setUnfolded(true)}>
              {t.signIn.login.haveCode}
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
          <Divider>{t.signIn.login.orWithAccount}</Divider>
        </section>
      )}
      <CredentialsForm bootstrap={bootstrap} givenEmail={prefilledEmail?.email ?? ''} />
      {offer.register && (
        <Aside>{rich(t.signIn.login.noAccount((text) => <Link href={paths.register}>{text}</Link>))}</Aside>
      )}
    </Page>
  );
}
