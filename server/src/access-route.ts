import { type InvitationCodesOptions, lookUp } from '@foyer/invitation-codes';
import { decideEntry, type Settings } from '@foyer/policy';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Config } from './config.ts';
import type { Sessions } from './session.ts';

type Invitations = Pick<InvitationCodesOptions, 'db' | 'defaultLoginDigest' | 'now'>;
type Parts = { config: Config; invitations: Invitations; sessions: Sessions; model: { isDemo: boolean } };

/** What the pages need to be drawn: the settings and who is there, and no code. */
export function accessRoute({ config, invitations, sessions, model }: Parts) {
  return new Hono<{ Bindings: HttpBindings }>().get('/', async (c) => {
    const { settings, guestAccess } = await currentAccess(config.settings, invitations);
    const person = await sessions.personOf(c);
    return c.json({
      settings,
      limits: { messageCharacters: config.limits.messageCharacters },
      guestAccess,
      person: person && { isGuest: person.isGuest, email: person.email },
      model: { isDemo: model.isDemo },
    });
  });
}

/** The settings as they are now, and whether the default login code lets people in: `none` when the pages offer none. */
export async function currentAccess(
  configured: Settings,
  { db, defaultLoginDigest, now }: Invitations,
): Promise<{ settings: Settings; guestAccess: 'none' | 'open' | 'closed' }> {
  const digest = await defaultLoginDigest();
  const settings = { ...configured, hasDefaultLoginCode: digest !== null };
  // Not even a usable code is asked for while login codes are disabled.
  if (digest === null || decideEntry(settings, 'default', 'login')) return { settings, guestAccess: 'none' };
  const { state } = await lookUp(db, digest, now());
  return { settings, guestAccess: decideEntry(settings, 'default', state) === null ? 'open' : 'closed' };
}
