import * as contract from '@foyer/api/operator/operators';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { sessionCookies } from '../auth/plugins/start-session.ts';
import { maskedAddress } from '../http/client-address.ts';
import { copyCookies } from '../http/cookies.ts';
import { refuse } from '../http/errors.ts';
import { requestLanguage } from '../http/request-language.ts';
import { serveRoute } from '../http/serve-route.ts';
import type { Parts as AllParts } from '../parts.ts';
import type { Attempted, Limiter } from '../rate-limits/middleware.ts';
import { isAddress, problemOfPassword } from '../users/credentials.ts';
import type { Operating } from './guard.ts';
import { findLink, openLinks } from './links.ts';
import { addMember, listOperators, removeOperator } from './operators.ts';
import { useLink } from './set-up.ts';

type Deps = Pick<AllParts, 'auth' | 'config' | 'database' | 'sessions' | 'mail' | 'operatorKeys' | 'now'> & {
  limited: Limiter;
  addressOf: (env: HttpBindings) => string;
};

export function operatorRoutes(parts: Deps) {
  const { auth, config, database, sessions, mail, operatorKeys: keys, limited, addressOf, now } = parts;
  const { db } = database;
  const app = new Hono<Operating & Attempted>();

  serveRoute(app, contract.lookAtSetUp, limited('link'), async (c) => {
    c.set('isGuess', true);
    const link = await findLink(db, keys, { token: c.req.valid('json').token, now: now() });
    if (!link) return refuse(c, 400, 'LINK_INVALID');
    const { state, email, expiresAt } = link;
    return c.json({ state, email: state === 'valid' ? email : null, expiresAt });
  });

  serveRoute(app, contract.setUp, limited('link'), async (c) => {
    c.set('isGuess', true);
    const given = c.req.valid('json');
    const link = await findLink(db, keys, { token: given.token, now: now() });
    if (link?.state === 'used') return refuse(c, 409, 'LINK_USED');
    if (link?.state !== 'valid') return refuse(c, 400, 'LINK_INVALID');
    const person = await sessions.personOf(c);
    // A guest first decides about their chats.
    if (person?.isGuest) return refuse(c, 400, 'ALREADY_SIGNED_IN');
    const email = link.email ?? given.email ?? '';
    if (!isAddress(email)) return refuse(c, 400, 'INVALID_EMAIL');
    const problem = problemOfPassword(given.password);
    if (problem) return refuse(c, 400, problem);
    const { password } = await auth.$context;
    const hash = await password.hash(given.password);
    const begin = (userId: string) => sessionCookies(c, auth, userId);
    const from = maskedAddress(addressOf(c.env));
    const used = await useLink({ db, auth, begin }, link, { email, hash, from, now: now() });
    if ('refusal' in used) return refuse(c, statusOf(used.refusal), used.refusal);
    const { userId, isNew, cookies } = used;
    // This browser's session of another user ends, too.
    if (person) await db.deleteFrom('session').where('id', '=', person.session.id).execute();
    const language = requestLanguage(c.req.raw.headers, config.language);
    if (isNew) mail?.welcome({ id: userId, email, emailVerified: false }, language);
    copyCookies(c, cookies);
    return c.json({ user: { id: userId, isGuest: false as const } });
  });

  serveRoute(app, contract.getMe, async (c) => {
    const { session, token, scopes } = c.get('asking');
    const rest = { scopes: [...scopes] };
    if (!session)
      return c.json({
        ...{ by: 'token' as const, id: token?.id ?? '', email: null, name: token?.name ?? null, ...rest },
        ...{ freshUntil: null, twoFactor: false, hasPassword: false },
      });
    const { person, freshUntil, secondFactor } = session;
    return c.json({
      ...{ by: 'operator' as const, id: person.id, email: person.email, name: null, ...rest },
      ...{ freshUntil, twoFactor: secondFactor !== 'off' },
      hasPassword: (await hashOf(person.id)) !== null,
    });
  });

  serveRoute(app, contract.listOperators, async (c) =>
    c.json({ operators: await listOperators(db), links: await openLinks(db, keys, now()) }),
  );

  serveRoute(app, contract.addOperator, async (c) => {
    const { userId } = c.req.valid('json');
    const refusal = await addMember(db, userId, { actor: c.get('actor'), now: now() });
    return refusal ? refuse(c, statusOf(refusal), refusal) : c.body(null, 204);
  });

  serveRoute(app, contract.removeOperator, async (c) => {
    const { userId } = c.req.valid('param');
    const how = { actor: c.get('actor'), now: now(), keepsLast: true };
    const removed = await removeOperator(db, userId, how);
    if ('refusal' in removed) return refuse(c, statusOf(removed.refusal), removed.refusal);
    return c.body(null, 204);
  });

  async function hashOf(userId: string): Promise<string | null> {
    const { internalAdapter } = await auth.$context;
    return (await internalAdapter.findCredentialAccount(userId))?.password ?? null;
  }

  return app;
}

const statuses: Record<string, 404 | 409 | 422> = {
  NOT_FOUND: 404,
  LINK_USED: 409,
  LAST_OPERATOR: 409,
  USER_ALREADY_EXISTS: 422,
};

function statusOf(refusal: string): 400 | 404 | 409 | 422 {
  return statuses[refusal] ?? 400;
}
