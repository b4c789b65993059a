import type { Bootstrap } from '../api/session.ts';
import type { InvitationLink } from './address/invitation-link.ts';

/** The code from a link that pays for this guest's account; an empty text for none. */
export function codeForAccount({ settings, person }: Bootstrap, link: InvitationLink | null): string {
  if (link?.state !== 'registration') return '';
  // A free account may use up the default code. A given code is used instead of it.
  return person?.conversion === 'code' || settings.hasDefaultRegistrationCode ? link.code : '';
}
