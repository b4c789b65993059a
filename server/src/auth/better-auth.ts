import type { Database } from '@foyer/database';
import { type InvitationCodesOptions, invitationCodes } from '@foyer/invitation-codes';
import { betterAuth } from 'better-auth';
import type { Config } from '../config/read-config.ts';
import { cookiePrefix, isSecure } from '../http/cookies.ts';
import { sessionsKey } from '../installation/former-sessions.ts';
import type { Log } from '../telemetry/log.ts';
import type { Passwords } from '../users/password-hashing.ts';
import { openIdProviders, wellKnownProviders } from './oauth-providers.ts';
import { endSurplusSession } from './session-limit.ts';
import { startSession } from './start-session.ts';

const hourSeconds = 60 * 60;
const daySeconds = 24 * hourSeconds;

export type Auth = ReturnType<typeof openAuth>;

/** How long a session lasts from its last prolongation: longer than the idleness that a guest is granted. */
export function sessionSeconds({ limits: { guestTtlMs } }: Pick<Config, 'limits'>): number {
  return Math.max(7 * daySeconds, guestTtlMs / 1000 + 2 * daySeconds);
}

/** What Better Auth takes for an error, and what is a refusal that somebody was told, or a forged address that anybody can open. */
const ordinary =
  /^(account_not_linked$|unable_to_create_user$|Provider not found|(Generic OAuth p|P)rovider "|State not found|Failed to parse state|Unable to link account)/;

/** Better Auth, with sessions, passwords, providers and our codes; which of its routes can be reached is decided elsewhere. */
export function openAuth(
  config: Config,
  { database, secret }: { database: Database; secret: string },
  { options, passwords, log }: { options: InvitationCodesOptions; passwords: Passwords; log: Log },
) {
  return betterAuth({
    baseURL: config.publicUrl,
    basePath: '/api/auth',
    trustedOrigins: config.origins,
    secret: sessionsKey(secret),
    database: { db: database.db, type: database.kind, transaction: true },
    // It is prolonged once an hour, which is how exactly its owner is told when it was last used.
    session: {
      expiresIn: sessionSeconds(config),
      updateAge: hourSeconds,
    },
    // With mail, nobody is signed in at once: the answer must not tell whether the e-mail had an account before.
    emailAndPassword: { enabled: true, autoSignIn: config.mail === null, password: passwords },
    socialProviders: wellKnownProviders(config.providers),
    account: {
      updateAccountOnSignIn: false,
      encryptOAuthTokens: true,
      // An e-mail alone never joins a provider to an account: its owner links them, on the account page.
      accountLinking: {
        disableImplicitLinking: true,
        allowDifferentEmails: true,
        trustedProviders: config.providers.map(({ id }) => id),
      },
    },
    verification: { storeIdentifier: 'hashed' },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }) =>
            endSurplusSession(database.db, userId, { most: config.limits.sessionsPerPerson }),
        },
      },
    },
    // Ours takes its place: it counts refused tries only.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    advanced: {
      // Whole names and attributes: Better Auth's own way adds `__Secure-`, which is weaker.
      useSecureCookies: false,
      cookiePrefix: cookiePrefix(isSecure(config)),
      defaultCookieAttributes: { secure: isSecure(config) },
      ipAddress: { disableIpTracking: true },
    },
    logger: {
      level: 'error',
      // Its messages are fixed sentences; the details that follow can quote e-mails.
      log: (_, message) => {
        if (!ordinary.test(message)) log('better-auth', { message }, 'error');
      },
    },
    plugins: [invitationCodes(options), openIdProviders(config.providers), startSession],
  });
}
