import * as contract from '@foyer/api/sign-in';
import type { Database } from '@foyer/database';
import { languageOfTag } from '@foyer/policy';
import type { HttpBindings } from '@hono/node-server';
import { APIError } from 'better-auth/api';
import { type Context, Hono } from 'hono';
import type { Auth } from '../auth/better-auth.ts';
import type { Sessions } from '../auth/session.ts';
import { eraseDeletedChatsOf } from '../chats/deleted-chats.ts';
import type { Config } from '../config/read-config.ts';
import { clientAddressHeader } from '../http/client-address.ts';
import { copyCookies, isSecure } from '../http/cookies.ts';
import { refuse } from '../http/errors.ts';
import { cookiesIn, languageCookies, requestLanguage } from '../http/request-language.ts';
import { serveRoute } from '../http/serve-route.ts';
import type { MailService } from '../mail/mail-service.ts';
import { registrationCookie } from '../mail/registration-cookie.ts';
import type { Attempted, Limiter } from '../rate-limits/middleware.ts';
import { isPossibleAddress } from '../users/credentials.ts';
import { findMember } from '../users/find-member.ts';

type Deps = {
  auth: Auth;
  limited: Limiter;
  addressOf: (env: HttpBindings) => string;
  database: Pick<Database, 'db'>;
  mail: MailService | null;
  sessions: Pick<Sessions, 'personOf'>;
  config: Config;
};

type SignedIn = { headers: Headers; response: { user: { id: string; isGuest?: boolean } } };

/** The only routes of Better Auth that can be reached. */
export function signInRoutes({ auth, limited, addressOf, database: { db }, mail, sessions, config }: Deps) {
  const registration = registrationCookie(isSecure(config));
  const languages = languageCookies(isSecure(config));
  const endsWithBrowser = config.settings.guestCookie === 'session';
  const headersOf = (c: Context<Attempted>) => {
    const headers = new Headers(c.req.raw.headers);
    headers.set(clientAddressHeader, addressOf(c.env));
    return headers;
  };

  /** The session token stays in the cookie, where no script can read it. */
  function signedIn(c: Context, { headers, response }: SignedIn) {
    const { id, isGuest = false } = response.user;
    copyCookies(c, headers, { endWithBrowser: isGuest && endsWithBrowser });
    return c.json({ user: { id, isGuest } });
  }

  const app = new Hono<Attempted>();
  serveRoute(app, contract.enterAsGuest, limited('code'), async (c) => {
    c.set('isGuess', 'code' in c.req.valid('json'));
    const call = { body: c.req.valid('json'), headers: headersOf(c), returnHeaders: true as const };
    return signedIn(c, await auth.api.signInInvitationCode(call));
  });
  serveRoute(app, contract.checkCode, limited('code'), async (c) => {
    const call = { body: c.req.valid('json'), headers: headersOf(c) };
    const { state, language } = await auth.api.checkInvitationCode(call);
    c.set('isWrong', state === 'unusable');
    const ofCode = languageOfTag(language);
    if (ofCode) languages.rememberCode(c, ofCode);
    return c.json({ state, language: cookiesIn(c.req.raw.headers).choice ? null : ofCode });
  });
  serveRoute(app, contract.register, limited('code'), async (c) => {
    const { name = '', ...person } = c.req.valid('json');
    c.set('isGuess', Boolean(person.invitationCode));
    const call = { body: { ...person, name }, headers: headersOf(c), returnHeaders: true as const };
    const made = await auth.api.signUpEmail(call).catch((error) => {
      if (error instanceof APIError && error.statusCode === 422) return null;
      throw error;
    });
    // A race for one email: PostgreSQL tells the loser only that no user was created.
    if (!made && !(await findMember(db, person.email))) throw new Error('no user was made');
    if (mail) {
      // The same response for everybody: only the mailbox shows whether there was an account.
      mail.registered(person.email.toLowerCase(), {
        madeId: made?.response.user.id ?? '',
        browser: registration.mark(c),
        language: requestLanguage(c.req.raw.headers, config.language),
      });
      return c.json({ user: null });
    }
    if (made) return signedIn(c, made);
    c.set('isGuess', true);
    return refuse(c, 422, 'USER_ALREADY_EXISTS');
  });
  serveRoute(app, contract.convertGuest, limited('code'), async (c) => {
    c.set('isGuess', true);
    const call = { body: c.req.valid('json'), headers: headersOf(c), returnHeaders: true as const };
    return signedIn(c, await auth.api.convertGuest(call));
  });
  serveRoute(app, contract.logIn, limited('password'), async (c) => {
    c.set('isGuess', true);
    const { email, password, guestChats, code } = c.req.valid('json');
    // An impossible address gets the same answer as an unknown one.
    if (!isPossibleAddress(email)) return refuse(c, 401, 'INVALID_EMAIL_OR_PASSWORD');
    const call = {
      body: { email, password, guestChats, code },
      headers: headersOf(c),
      returnHeaders: true as const,
    };
    return signedIn(c, await auth.api.signInEmail(call));
  });
  serveRoute(app, contract.logOut, async (c) => {
    const { guest } = c.req.valid('json');
    const call = { headers: headersOf(c), returnHeaders: true as const };
    const person = await sessions.personOf(c);
    const { headers } = await (guest === undefined
      ? auth.api.signOut(call)
      : auth.api.leaveAsGuest({ ...call, body: { guest } }));
    if (person && !person.isGuest) await eraseDeletedChatsOf(db, person.id);
    copyCookies(c, headers);
    languages.forgetCode(c);
    return c.json({ success: true });
  });
  return app;
}
