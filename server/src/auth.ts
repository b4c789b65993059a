import type { Database } from '@foyer/database';
import { type InvitationCodesOptions, invitationCodes } from '@foyer/invitation-codes';
import { digestOf } from '@foyer/invitation-codes/seal';
import { decideConversion, decideEntry, decideRegistration, type Refusal, refusals } from '@foyer/policy';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { clientAddressHeader, networkOf } from './address.ts';
import { beginSession } from './begin-session.ts';
import { moveRoom } from './chats/room.ts';
import type { Config } from './config.ts';
import { cookiePrefix, isSecure } from './cookies.ts';
import { isAddress, problemOfCredentials } from './credentials.ts';
import type { Installation } from './installation.ts';
import type { Log } from './log.ts';
import type { Passwords } from './passwords.ts';
import { openIdProviders, wellKnownProviders } from './providers/setup.ts';
import type { RateLimits } from './rate-limits/rate-limits.ts';
import { sessionsKey } from './secret/former-sessions.ts';
import { makeRoomForSession } from './session-room.ts';
import { starterLogin } from './starter.ts';

const hourSeconds = 60 * 60;
const daySeconds = 24 * hourSeconds;

export type Auth = ReturnType<typeof openAuth>;

/** What becomes of a guest's traces outside their rows, before and after the rows are deleted. */
export type Erasing = Pick<InvitationCodesOptions, 'beforeErase' | 'afterErase'>;

type HostActs = {
  rateLimits: RateLimits;
  erasing: Erasing;
  afterMember: InvitationCodesOptions['afterMember'];
  report: InvitationCodesOptions['report'];
  now: () => number;
};

/** What decides over people's coming and going: the settings, the codes of this installation, and the clock. */
export function invitationOptions(
  config: Config,
  { database: { db }, keys }: Installation,
  { rateLimits, erasing, afterMember, report, now }: HostActs,
): InvitationCodesOptions {
  const digest = (code: string | null) => (code === null ? null : digestOf(keys, code));
  const given = digest(config.defaultLoginCode);
  const starter = starterLogin(db);
  return {
    db,
    keys,
    now,
    guestTtlMs: config.limits.guestTtlMs,
    defaultLoginDigest: given ? async () => given : starter.digest,
    isDefaultLogin: given ? async (asked) => asked === given : starter.is,
    defaultRegistrationDigest: async () => digest(config.defaultRegistrationCode),
    decideEntry: (by, code) => explained(decideEntry(config.settings, by, code)),
    decideRegistration: (...codes) => explainedIfRefused(decideRegistration(config.settings, ...codes)),
    decideConversion: (...guest) => explainedIfRefused(decideConversion(config.settings, ...guest)),
    problemOfCredentials: (credentials) => explained(problemOfCredentials(credentials)),
    problemOfEmail: (email) => explained(isAddress(email) ? null : 'INVALID_EMAIL'),
    limitDefaultEntry: async (headers) => {
      const address = headers.get(clientAddressHeader) ?? 'unknown';
      const waitMs = await rateLimits.takeDefaultEntry({ address, network: networkOf(address) });
      return waitMs > 0 ? tooManyGuests(waitMs) : null;
    },
    afterMember,
    report,
    moveGuest: async ({ guestId, memberId }) => {
      await moveRoom(db, { guestId, memberId });
      const { numUpdatedRows } = await db
        .updateTable('chat')
        .set({ userId: memberId })
        .where('userId', '=', guestId)
        .executeTakeFirstOrThrow();
      return { isAnyMoved: numUpdatedRows > 0n };
    },
    ...erasing,
  };
}

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
            makeRoomForSession(database.db, userId, { most: config.limits.sessionsPerPerson }),
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
    plugins: [invitationCodes(options), openIdProviders(config.providers), beginSession],
  });
}

function explained<Code extends Refusal | null>(
  code: Code,
): Code extends null ? null : { code: string; message: string };
function explained(code: Refusal | null) {
  return code && { code, message: refusals[code] };
}

function explainedIfRefused(decided: { refusal: Refusal } | { spends: 'given' | 'default' | 'nothing' }) {
  return 'refusal' in decided ? { refusal: explained(decided.refusal) } : decided;
}

function tooManyGuests(waitMs: number): APIError {
  const code = 'TOO_MANY_GUESTS';
  const headers = { 'Retry-After': String(Math.ceil(waitMs / 1000)) };
  return new APIError('TOO_MANY_REQUESTS', { code, message: refusals[code] }, headers);
}
