import * as contract from '@foyer/api/mail';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { sessionCookies } from '../auth/plugins/start-session.ts';
import { copyCookies, isSecure } from '../http/cookies.ts';
import { refuse, refuseTooMany } from '../http/errors.ts';
import { requestLanguage } from '../http/request-language.ts';
import { serveRoute } from '../http/serve-route.ts';
import { confirmEmail, findEmailToken, resetPassword } from '../mail/follow-link.ts';
import { findMailToken } from '../mail/mail-tokens.ts';
import { registrationCookie } from '../mail/registration-cookie.ts';
import type { Parts as AllParts } from '../parts.ts';
import type { Attempted, Limiter } from '../rate-limits/middleware.ts';
import { isPossibleAddress, problemOfPassword } from '../users/credentials.ts';

type Deps = Pick<AllParts, 'auth' | 'config' | 'database' | 'sessions' | 'mail' | 'rateLimits' | 'now'> & {
  limited: Limiter;
  addressOf: (env: HttpBindings) => string;
};

export function mailRoutes({
  auth,
  config,
  database: { db },
  sessions,
  mail,
  rateLimits,
  limited,
  addressOf,
  now,
}: Deps) {
  const registration = registrationCookie(isSecure(config));
  const languageOf = (c: Context) => requestLanguage(c.req.raw.headers, config.language);
  const begin = (c: Context) => (userId: string) => sessionCookies(c, auth, userId);
  // Asking for an email proves nothing, so every request counts.
  const counted = createMiddleware<Attempted>(async (c, next) => {
    const address = addressOf(c.env);
    if (await rateLimits.attempts.count('letter', address)) return next();
    return refuseTooMany(c, await rateLimits.attempts.waitMs('letter', address));
  });

  const app = new Hono<Attempted>();
  serveRoute(app, contract.sendVerification, counted, async (c) => {
    if (!mail) return refuse(c, 400, 'MAIL_OFF');
    const person = await sessions.personOf(c);
    const to = person?.email ?? c.req.valid('json').email;
    if (to === undefined || !isPossibleAddress(to)) return refuse(c, 400, 'INVALID_EMAIL');
    const waitMs = await mail.confirmAgain(to, registration.digestIn(c), languageOf(c));
    return waitMs > 0 ? refuseTooMany(c, waitMs) : c.json({});
  });
  serveRoute(app, contract.verifyEmail, limited('link'), async (c) => {
    c.set('isGuess', true);
    const given = c.req.valid('json');
    const proof =
      'token' in given
        ? await findEmailToken(db, given.token, now())
        : await mail?.findByCode(given, ['verify', 'change']);
    if (!proof) return refuse(c, 400, 'token' in given ? 'LINK_INVALID' : 'MAIL_CODE_INVALID');
    const person = await sessions.personOf(c);
    // An attack: someone registers with a stranger's email and waits until the stranger follows the link. So only the
    // browser that registered confirms it.
    const browser = registration.digestIn(c);
    const hasRegistered = browser !== null && proof.browser === browser;
    if (person && person.id !== proof.userId) return refuse(c, 400, 'ALREADY_SIGNED_IN');
    if (!person && !hasRegistered) return refuse(c, 401, 'NOT_SIGNED_IN');
    const used = await confirmEmail(db, proof, person ? null : begin(c));
    if ('refusal' in used) return refuse(c, used.refusal === 'LINK_INVALID' ? 400 : 422, used.refusal);
    if (used.formerEmail !== undefined) mail?.changed(used.userId, used.formerEmail, languageOf(c));
    if (used.cookies) copyCookies(c, used.cookies);
    registration.remove(c);
    return c.json({});
  });
  serveRoute(app, contract.requestPasswordReset, counted, async (c) => {
    if (!mail) return refuse(c, 400, 'MAIL_OFF');
    mail.newPassword(c.req.valid('json').email, languageOf(c));
    return c.json({});
  });
  serveRoute(app, contract.resetPassword, limited('link'), async (c) => {
    c.set('isGuess', true);
    const given = c.req.valid('json');
    const problem = problemOfPassword(given.newPassword);
    // A code has few attempts: a password that is refused must not use one.
    if (problem && 'code' in given) return refuse(c, 400, problem);
    const proof =
      'token' in given
        ? await findMailToken(db, given.token, now())
        : await mail?.findByCode(given, ['reset']);
    if (proof?.purpose !== 'reset')
      return refuse(c, 400, 'token' in given ? 'LINK_INVALID' : 'MAIL_CODE_INVALID');
    if (problem) return refuse(c, 400, problem);
    const { password } = await auth.$context;
    const person = await sessions.personOf(c);
    // A guest logs in separately, and decides there about their chats.
    const acts = { db, auth, begin: person?.isGuest ? null : begin(c) };
    const used = await resetPassword(acts, proof, await password.hash(given.newPassword));
    if ('refusal' in used) return refuse(c, 400, used.refusal);
    if (!used.cookies) return c.json({ user: null });
    // This browser's session of another user ends, too.
    if (person) await db.deleteFrom('session').where('id', '=', person.session.id).execute();
    copyCookies(c, used.cookies);
    return c.json({ user: { id: used.userId, isGuest: false } });
  });
  return app;
}
