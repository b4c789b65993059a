import type { Access as Offer } from '@foyer/policy';
import type { Problem } from '../api/problem.ts';
import type { Bootstrap } from '../api/session.ts';
import type { OAuthError } from '../session/address/oauth-error.ts';
import type { Link, PrefilledEmail, SignedOutReason } from '../session/context.ts';
import { InvitedPage } from './InvitedPage.tsx';
import { LandingPage } from './LandingPage.tsx';
import { LinkNotice } from './LinkNotice.tsx';
import { LoginPage } from './LoginPage.tsx';
import { OAuthErrorMessage } from './providers/OAuthErrorMessage.tsx';
import { RegisterPage } from './register/RegisterPage.tsx';
import { RegistrationClosedPage } from './register/RegistrationClosedPage.tsx';
import { SignedOutNotice } from './SignedOutNotice.tsx';

type Props = {
  offer: Offer;
  bootstrap: Bootstrap;
  /** The code in the link, on the page on which it counts. */
  link: Link | null;
  problem: Problem | null;
  oauthError: OAuthError | null;
  signedOutReason: SignedOutReason | null;
  prefilledEmail: PrefilledEmail | null;
};

/** Draws what the policy offers to somebody who is not in yet. */
export function SignInPage({
  offer,
  bootstrap,
  link,
  problem,
  oauthError,
  signedOutReason,
  prefilledEmail,
}: Props) {
  if (offer.page === 'entry')
    return link && <InvitedPage key={link.code} code={link.code} problem={problem} />;

  const notice = (
    <>
      {!oauthError && (
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
  // A code that could not be checked, or that came from the other page, waits in the field.
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
