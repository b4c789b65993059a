import { routes } from '@foyer/api/pages';
import type { Bootstrap } from './api/session.ts';
import { type Match, paths } from './routes.ts';
import { canUpgrade } from './session/can-upgrade.ts';

/** What an address leads to: its page, the login first, or another address. */
export type Destination = 'show' | 'log-in' | { redirect: string };

/** Decides what the person who is signed in, or a visitor, sees at an address. */
export function destinationOf(
  match: Match | null,
  { person, sendsMail }: Pick<Bootstrap, 'person' | 'sendsMail'>,
): Destination {
  const audience = match && routes[match.name].audience;
  if (audience === 'everyone') return 'show';
  if (!person) {
    if (audience === null) return { redirect: paths.landing };
    if (audience !== 'visitor') return 'log-in';
    const isUseless = match?.name === 'forgotPassword' && !sendsMail;
    return isUseless ? { redirect: paths.login } : 'show';
  }
  const maySee =
    audience === 'signed-in' ||
    (audience === 'guest' && canUpgrade(person)) ||
    (audience === 'member' && !person.isGuest);
  return maySee ? 'show' : { redirect: paths.newChat };
}
