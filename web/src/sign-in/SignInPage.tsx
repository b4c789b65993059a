import type { Page } from '@foyer/policy';
import { decideAccess } from '@foyer/policy';
import type { OAuthError } from '../session/address/oauth-error.ts';
import type { ReadyState } from '../session/state/state.ts';
import { InvitedPage } from './InvitedPage.tsx';
import { LandingPage } from './LandingPage.tsx';
import { LinkNotice } from './LinkNotice.tsx';
import { LoginPage } from './LoginPage.tsx';
import { OAuthErrorMessage } from './providers/OAuthErrorMessage.tsx';
import { RegisterPage } from './register/RegisterPage.tsx';
import { RegistrationClosedPage } from './register/RegistrationClosedPage.tsx';
import { SignedOutNotice } from './SignedOutNotice.tsx';

type Props = { page: Page; session: ReadyState; oauthError: OAuthError | null };

/** Draws what the policy offers a visitor. */
export function SignInPage({ page, session, oauthError }: Props) {
  const { bootstrap, signedOutReason, prefilledEmail } = session;
  // The code counts on one page only.
  const link = session.link?.page === page ? session.link : null;
  const problem = link && session.problem;
  const offer = decideAccess(bootstrap.settings, page, link?.state ?? 'none');
  if (offer.page === 'entry')
    return link && <InvitedPage key={link.code} code={link.code} problem={problem} />;

  // One notice at a time: the newest act of the person counts.
  const notice = (
    <>
      {!oauthError && !offer.notice && !problem && (
        <SignedOutNotice
          signedOutReason={signedOutReason}
          page={offer.page}
          guestTtlMs={bootstrap.limits.guestTtlMs}
        />
      )}
      <OAuthErrorMessage oauthError={oauthError} bootstrap={bootstrap} />
      <LinkNotice refusal={offer.notice} problem={problem} link={link} />
    </>
  );
  // A code that could not be checked, or was typed on the other page, is filled in.
  const typed = link?.state === 'none' ? link.code : '';
  switch (offer.page) {
    case 'login':
      return (
        <LoginPage
          offer={offer}
          bootstrap={bootstrap}
          notice={notice}
          typed={typed}
          prefilledEmail={prefilledEmail}
        />
      );
    case 'register': {
      const code = link && link.state !== 'unusable' ? link.code : '';
      return (
        <RegisterPage
          key={`${offer.codeField} ${code}`}
          offer={offer}
          bootstrap={bootstrap}
          notice={notice}
          code={code}
          isFromLink={link?.from === 'link'}
        />
      );
    }
    case 'registration-closed':
      return <RegistrationClosedPage notice={notice} />;
    default:
      return <LandingPage offer={offer} bootstrap={bootstrap} notice={notice} />;
  }
}
