import type { Access as Offer } from '@foyer/policy';
import type { ReactNode } from 'react';
import type { Bootstrap } from '../api/session.ts';
import * as t from '../messages/texts.ts';
import { Page } from '../page/Page.tsx';
import type { PrefilledEmail } from '../session/state/state.ts';
import styles from '../ui/layout.module.css';
import { Divider } from '../ui/layout.tsx';
import { Notice } from '../ui/Notice.tsx';
import { CodeFold } from './CodeFold.tsx';
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
  const hasCodes = offer.guest || offer.codeField !== 'none';

  return (
    <Page title={t.common.login} isLong>
      {notice}
      {prefilledEmail?.isNew && <Notice>{t.signIn.login.newAddress}</Notice>}
      {hasCodes && (
        <section className={styles.section} aria-label={t.signIn.login.withoutAccount}>
          {offer.guest && <GuestButton isOpen={bootstrap.guestAccess !== 'closed'} />}
          {offer.codeField === 'folded' && <CodeFold typed={typed} canRegister={offer.register} />}
          {offer.codeField === 'open' && (
            <InvitationCodeForm key={typed} typed={typed} canRegister={offer.register} takesFocus={false} />
          )}
        </section>
      )}
      {hasCodes && <Divider>{t.signIn.login.orWithAccount}</Divider>}
      <CredentialsForm
        bootstrap={bootstrap}
        givenEmail={prefilledEmail?.email ?? ''}
        canRegister={offer.register}
      />
    </Page>
  );
}
