import type { Bootstrap } from '../api/session.ts';
import type { InvitationLink } from '../session/address/invitation-link.ts';

/** The code from a link that counts when this guest becomes a member; an empty text where none does. */
export function codeForAccount({ settings, person }: Bootstrap, link: InvitationLink | null): string {
  if (link?.state !== 'registration') return '';
  // What is free may be paid for by the default code, over which a given one wins.
  return person?.conversion === 'code' || settings.hasDefaultRegistrationCode ? link.code : '';
}
