import type { Access as Offer } from '@foyer/policy';
import type { Access, Problem } from '../api/client.ts';
import type { Setback } from '../session/address/oauth-error.ts';
import type { KnownEmail, Link, Outside } from '../session/context.ts';
import { EntryPage } from './InvitedPage.tsx';
import { LandingPage } from './LandingPage.tsx';
import { LinkNotice } from './LinkNotice.tsx';
import { LoginPage } from './LoginPage.tsx';
import { SetbackNotice } from './providers/OAuthErrorMessage.tsx';
import { RegisterPage } from './register/RegisterPage.tsx';
import { RegistrationClosedPage } from './register/RegistrationClosedPage.tsx';
import { OutsideNotice } from './SignedOutNotice.tsx';

type Props = {
  offer: Offer;
  access: Access;
  /** The code in the link, on the page on which it counts. */
  link: Link | null;
  problem: Problem | null;
  setback: Setback | null;
  why: Outside | null;
  known: KnownEmail | null;
};

/** Draws what the policy offers to somebody who is not in yet. */
export function AccessPage({ offer, access, link, problem, setback, why, known }: Props) {
  if (offer.page === 'entry') return link && <EntryPage key={link.code} code={link.code} problem={problem} />;

  const notice = (
    <>
      {!setback && <OutsideNotice why={why} page={offer.page} guestTtlMs={access.limits.guestTtlMs} />}
      <SetbackNotice setback={setback} access={access} />
      <LinkNotice refusal={offer.notice} problem={problem} link={link} />
    </>
  );
  // A code that could not be checked, or that came from the other page, waits in the field.
  const typed = link?.state === 'none' ? link.code : '';
  switch (offer.page) {
    case 'login':
      return <LoginPage offer={offer} access={access} notice={notice} typed={typed} known={known} />;
    case 'register': {
      const code = link && link.state !== 'unusable' ? link.code : '';
      return (
        <RegisterPage
          key={`${offer.codeField} ${code}`}
          offer={offer}
          access={access}
          notice={notice}
          code={code}
          isFromLink={link?.from === 'link'}
        />
      );
    }
    case 'registration-closed':
      return <RegistrationClosedPage notice={notice} />;
    default:
      return <LandingPage offer={offer} access={access} notice={notice} />;
  }
}
