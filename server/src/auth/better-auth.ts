import type { Database } from '@foyer/database';
import { type InvitationCodesOptions, invitationCodes } from '@foyer/invitation-codes';
import { betterAuth } from 'better-auth';
import type { Config } from '../config/read-config.ts';
import { cookiePrefix, isSecure } from '../http/cookies.ts';
import { sessionsKey } from '../installation/former-sessions.ts';
import type { Log } from '../telemetry/log.ts';
import { emailOfAccount } from '../users/find-member.ts';
import type { Passwords } from '../users/password-hashing.ts';
import { openIdProviders, wellKnownProviders } from './oauth-providers.ts';
import { createMember } from './plugins/create-member.ts';
import { secondFactorSetUp } from './plugins/second-factor.ts';
import { startSession } from './plugins/start-session.ts';
import { refuseBlocked } from './refuse-blocked.ts';
import { endSurplusSession } from './session-limit.ts';

const hourSeconds = 60 * 60;
const daySeconds = 24 * hourSeconds;

export type Auth = ReturnType<typeof openAuth>;

/** Counted from the last prolongation. Must be longer than the time after which an idle guest is deleted. */
export function sessionSeconds({ limits: { guestTtlMs } }: Pick<Config, 'limits'>): number {
  return Math.max(7 * daySeconds, guestTtlMs / 1000 + 2 * daySeconds);
}

/** Better Auth logs these as errors, but they are ordinary refusals or forged URLs. */
const expectedErrors =
  /^(account_not_linked$|Failed to validate authorization code|unable_to_create_user$|Provider not found|(Generic OAuth p|P)rovider "|State not found|Failed to parse state|Unable to link account)/;

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
    session: {
      expiresIn: sessionSeconds(config),
      updateAge: hourSeconds,
    },
    // With mail, registration logs nobody in: the answer must not reveal whether the email already had an account.
    emailAndPassword: { enabled: true, autoSignIn: config.mail === null, password: passwords },
    socialProviders: wellKnownProviders(config.providers),
    account: {
      updateAccountOnSignIn: false,
      encryptOAuthTokens: true,
      // An attack: a matching email alone must never link a provider. The owner links it on the account page.
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
          before: async ({ userId }) => {
            await endSurplusSession(database.db, userId, { most: config.limits.sessionsPerPerson });
            await refuseBlocked(database.db, userId);
          },
        },
      },
    },
    // We use our own limiter instead: it counts only failed attempts.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    advanced: {
      // We set complete names and attributes: Better Auth would use `__Secure-`, which is weaker than `__Host-`.
      useSecureCookies: false,
      cookiePrefix: cookiePrefix(isSecure(config)),
      defaultCookieAttributes: { secure: isSecure(config) },
      ipAddress: { disableIpTracking: true },
      // Our migrations are tested against its schema. On PostgreSQL its check at the first call fails in a transaction.
      database: { validateSchema: false },
    },
    logger: {
      level: 'error',
      // Better Auth's messages are fixed sentences, but the details after them can contain emails.
      log: (_, message) => {
        if (!expectedErrors.test(message)) log('better-auth', { message }, 'error');
      },
    },
    plugins: [
      invitationCodes(options),
      openIdProviders(config.providers, { log, emailOfAccount: emailOfAccount(database.db) }),
      startSession,
      createMember,
      secondFactorSetUp(new URL(config.publicUrl).host),
    ],
  });
}
