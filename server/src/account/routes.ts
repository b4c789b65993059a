import * as contract from '@foyer/api/account';
import type { Refusal } from '@foyer/policy';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { refusalPages } from '../auth/oauth-return.ts';
import { sessionCookies } from '../auth/plugins/start-session.ts';
import { toProvider } from '../auth/to-provider.ts';
import { copyCookies } from '../http/cookies.ts';
import { refuse, refuseTooMany } from '../http/errors.ts';
import { requestLanguage } from '../http/request-language.ts';
import { serveRoute } from '../http/serve-route.ts';
import type { TimeSlices } from '../http/time-slices.ts';
import type { Parts as AllParts } from '../parts.ts';
import type { Attempted, Limiter } from '../rate-limits/middleware.ts';
import { isAddress } from '../users/credentials.ts';
import type { SignedIn, WithKeys } from '../users/person.ts';
import { changePassword } from './change-password.ts';
import { deleteAccount } from './delete-account.ts';
import { exportOf } from './export.ts';
import { problemOfIdentity } from './identity.ts';
import { replaceLostKey } from './new-key.ts';
import { accountOf } from './overview.ts';
import { unlink } from './unlink.ts';

type Deps = Pick<
  AllParts,
  'auth' | 'config' | 'database' | 'sessions' | 'invitations' | 'mail' | 'rateLimits' | 'keyRings' | 'now'
> & { addressOf: (env: HttpBindings) => string; limited: Limiter; slices: TimeSlices };
type OfMember = Attempted & SignedIn;

export function accountRoutes(parts: Deps) {
  const { auth, config, database, sessions, mail, rateLimits, addressOf, now, slices } = parts;
  const { db } = database;
  const { providers } = config;
  const limited = parts.limited('password');

  /** Why we ask for proof of identity, as a response; null when none is needed. */
  async function identityProblem(c: Context<OfMember>, given: string | undefined) {
    c.set('isGuess', given !== undefined);
    const problem = await problemOfIdentity(auth, c.get('person'), { password: given, now: now() });
    return problem && refuse(c, 400, problem);
  }

  const members = new Hono<OfMember>().use(sessions.requireMember);
  serveRoute(members, contract.getAccount, async (c) =>
    c.json(await accountOf(db, c.get('person'), { providers, now: now() })),
  );
  serveRoute(members, contract.changePassword, limited, async (c) => {
    c.set('isGuess', true);
    const person = c.get('person');
    const begin = () => sessionCookies(c, auth, person.id);
    const changed = await changePassword(parts, person, { ...c.req.valid('json'), begin });
    if ('refusal' in changed) return refuse(c, statusOf(changed.refusal), changed.refusal);
    copyCookies(c, changed.cookies);
    return c.body(null, 204);
  });
  serveRoute(members, contract.changeEmail, limited, async (c) => {
    const { email, password } = c.req.valid('json');
    if (!mail) return refuse(c, 400, 'MAIL_OFF');
    const no = await identityProblem(c, password);
    if (no) return no;
    if (!isAddress(email)) return refuse(c, 400, 'INVALID_EMAIL');
    const address = addressOf(c.env);
    if (!(await rateLimits.attempts.count('letter', address)))
      return refuseTooMany(c, await rateLimits.attempts.waitMs('letter', address));
    const waitMs = await mail.change(
      c.get('person'),
      email,
      requestLanguage(c.req.raw.headers, config.language),
    );
    return waitMs > 0 ? refuseTooMany(c, waitMs) : c.json({}, 202);
  });
  serveRoute(members, contract.linkProvider, limited, async (c) => {
    const { provider, password } = c.req.valid('json');
    if (!providers.some(({ id }) => id === provider)) return refuse(c, 400, 'PROVIDER_UNKNOWN');
    const no = await identityProblem(c, password);
    if (no) return no;
    const call = {
      body: { provider, callbackURL: '/account', errorCallbackURL: refusalPages.link, disableRedirect: true },
      headers: c.req.raw.headers,
      returnHeaders: true as const,
    };
    return toProvider(c, () => auth.api.linkSocialAccount(call));
  });
  serveRoute(members, contract.unlinkProvider, limited, async (c) => {
    const no = await identityProblem(c, c.req.valid('json').password);
    if (no) return no;
    const problem = await unlink(db, c.get('person'), { loginId: c.req.valid('param').id, providers });
    return problem ? refuse(c, statusOf(problem), problem) : c.body(null, 204);
  });
  serveRoute(members, contract.endOtherSessions, async (c) => {
    const { id, session } = c.get('person');
    await db.deleteFrom('session').where('userId', '=', id).where('id', '!=', session.id).execute();
    return c.body(null, 204);
  });
  serveRoute(members, contract.endSession, async (c) => {
    const ended = await db
      .deleteFrom('session')
      .where('id', '=', c.req.valid('param').id)
      .where('userId', '=', c.get('person').id)
      .returning('id')
      .executeTakeFirst();
    return ended ? c.body(null, 204) : refuse(c, 404, 'NOT_FOUND');
  });
  serveRoute(members, contract.deleteAccount, limited, async (c) => {
    const no = await identityProblem(c, c.req.valid('json').password);
    if (no) return no;
    const problem = await deleteAccount(parts, c.get('person'));
    if (problem) return refuse(c, statusOf(problem), problem);
    const { headers } = await auth.api.signOut({ headers: c.req.raw.headers, returnHeaders: true });
    copyCookies(c, headers);
    return c.body(null, 204);
  });

  const people = new Hono<OfMember & WithKeys>().use(sessions.requirePerson);
  serveRoute(people, contract.newKey, async (c) => {
    const person = c.get('person');
    if (!person.isGuest) return refuse(c, 400, 'NOT_A_GUEST');
    await replaceLostKey(parts, c, person);
    return c.body(null, 204);
  });
  serveRoute(people, contract.exportData, parts.keyRings.requireKeys, async (c) => {
    c.header('Content-Disposition', 'attachment; filename="foyer-data.json"');
    return c.json(
      await exportOf(db, c.get('person'), { keys: c.get('keys'), providers, now: now(), slices }),
    );
  });
  return people.route('/', members);
}

function statusOf(problem: Refusal): 400 | 401 | 404 | 409 {
  if (problem === 'LAST_OPERATOR') return 409;
  if (problem === 'NOT_FOUND') return 404;
  return problem === 'NOT_SIGNED_IN' ? 401 : 400;
}
