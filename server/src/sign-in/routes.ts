import type { Database } from '@foyer/database';
import { conversion, guestChats, guestEntry, guestExit, typedCode } from '@foyer/invitation-codes';
import type { HttpBindings } from '@hono/node-server';
import { APIError } from 'better-auth/api';
import { type Context, Hono } from 'hono';
import * as z from 'zod';
import type { Auth } from '../auth/better-auth.ts';
import type { Config } from '../config/read-config.ts';
import { clientAddressHeader } from '../http/client-address.ts';
import { copyCookies, isSecure } from '../http/cookies.ts';
import { refuse } from '../http/errors.ts';
import { body, bodyAsIs, optionalBody, plainText } from '../http/input.ts';
import type { Post } from '../mail/mail-service.ts';
import { registrationCookie } from '../mail/registration-cookie.ts';
import type { Attempted, Limited } from '../rate-limits/middleware.ts';
import { isAddress } from '../users/credentials.ts';
import { ownerOf } from '../users/find-member.ts';

type Parts = {
  auth: Auth;
  limited: Limited;
  addressOf: (env: HttpBindings) => string;
  database: Pick<Database, 'db'>;
  post: Post | null;
  config: Config;
};

type SignedIn = { headers: Headers; response: { user: { id: string; isGuest?: boolean } } };

const check = z.object({ code: typedCode });
const credentials = z.object({ email: plainText(254), password: plainText(1000) });
const signIn = credentials.extend({ guestChats: guestChats.optional() });
const convert = conversion.extend(credentials.shape);
const signUp = credentials.extend({
  invitationCode: typedCode.optional(),
  name: plainText(200).optional(),
});

/** The ways in and out: the routes of Better Auth that can be reached, and no other. */
export function authRoutes({ auth, limited, addressOf, database: { db }, post, config }: Parts) {
  const registration = registrationCookie(isSecure(config));
  const endsWithBrowser = config.settings.guestCookie === 'session';
  const headersOf = (c: Context<Attempted>) => {
    const headers = new Headers(c.req.raw.headers);
    headers.set(clientAddressHeader, addressOf(c.env));
    return headers;
  };

  /** Answers who is in now. The session's token is in the cookie alone, where no script reads it. */
  function signedIn(c: Context, { headers, response }: SignedIn) {
    const { id, isGuest = false } = response.user;
    copyCookies(c, headers, { endWithBrowser: isGuest && endsWithBrowser });
    return c.json({ user: { id, isGuest } });
  }

  // The body first: a try whose body is slow to come must not keep a place among those that are looked at.
  return new Hono<Attempted>()
    .post('/sign-in/invitation-code', bodyAsIs(guestEntry), limited('code'), async (c) => {
      c.set('isGuess', 'code' in c.req.valid('json'));
      const call = { body: c.req.valid('json'), headers: headersOf(c), returnHeaders: true as const };
      return signedIn(c, await auth.api.signInInvitationCode(call));
    })
    .post('/invitation-code/check', body(check), limited('code'), async (c) => {
      const call = { body: c.req.valid('json'), headers: headersOf(c) };
      const { state } = await auth.api.checkInvitationCode(call);
      c.set('isWrong', state === 'unusable');
      return c.json({ state });
    })
    .post('/sign-up/email', bodyAsIs(signUp), limited('code'), async (c) => {
      const { name = '', ...person } = c.req.valid('json');
      c.set('isGuess', Boolean(person.invitationCode));
      const call = { body: { ...person, name }, headers: headersOf(c), returnHeaders: true as const };
      const made = await auth.api.signUpEmail(call).catch((error) => {
        if (error instanceof APIError && error.statusCode === 422) return null;
        throw error;
      });
      // Who loses a race for an e-mail is told by PostgreSQL only that no user was made.
      if (!made && !(await ownerOf(db, person.email.toLowerCase()))) throw new Error('no user was made');
      if (post) {
        // Alike for all: who reads the mail there learns whether there was an account.
        post.registered(person.email.toLowerCase(), made?.response.user.id ?? '', registration.mark(c));
        return c.json({ user: null });
      }
      if (made) return signedIn(c, made);
      c.set('isGuess', true);
      return refuse(c, 422, 'USER_ALREADY_EXISTS');
    })
    .post('/invitation-code/convert', body(convert), limited('code'), async (c) => {
      c.set('isGuess', true);
      const call = { body: c.req.valid('json'), headers: headersOf(c), returnHeaders: true as const };
      return signedIn(c, await auth.api.convertGuest(call));
    })
    .post('/sign-in/email', bodyAsIs(signIn), limited('password'), async (c) => {
      c.set('isGuess', true);
      const { email, password, guestChats } = c.req.valid('json');
      // An address that cannot be one has no account; it learns no more than any other.
      if (!isAddress(email)) return refuse(c, 401, 'INVALID_EMAIL_OR_PASSWORD');
      const call = {
        body: { email, password, guestChats },
        headers: headersOf(c),
        returnHeaders: true as const,
      };
      return signedIn(c, await auth.api.signInEmail(call));
    })
    .post('/sign-out', optionalBody(guestExit.partial()), async (c) => {
      const { guest } = c.req.valid('json');
      const call = { headers: headersOf(c), returnHeaders: true as const };
      const { headers } = await (guest === undefined
        ? auth.api.signOut(call)
        : auth.api.leaveAsGuest({ ...call, body: { guest } }));
      copyCookies(c, headers);
      return c.json({ success: true });
    });
}
