import { normalEmail } from '@foyer/api/email';
import { guestChats } from '@foyer/api/sign-in';
import { digestFinder, type InvitationCodesOptions } from '@foyer/invitation-codes';
import { decideConversion, decideEntry, decideRegistration, type Refusal, refusals } from '@foyer/policy';
import { APIError } from 'better-auth/api';
import * as z from 'zod';
import { moveStorage } from './chats/storage-quota.ts';
import type { Config } from './config/read-config.ts';
import { moveDrafts } from './drafts/drafts.ts';
import type { Erasing } from './erasure.ts';
import { clientAddressHeader, networkOf } from './http/client-address.ts';
import { firstLoginCode } from './installation/first-codes.ts';
import type { Installation } from './installation/installation.ts';
import type { RateLimits } from './rate-limits/rate-limits.ts';
import { isPossibleAddress, problemOfCredentials } from './users/credentials.ts';

type Deps = {
  proveLogin: InvitationCodesOptions['proveLogin'];
  rateLimits: RateLimits;
  erasing: Erasing;
  afterMember: InvitationCodesOptions['afterMember'];
  report: InvitationCodesOptions['report'];
  now: () => number;
};

const guestChoice = z.object({ guestChats });

export function invitationOptions(
  config: Config,
  { database: { db }, keys }: Installation,
  { proveLogin, rateLimits, erasing, afterMember, report, now }: Deps,
): InvitationCodesOptions {
  const given = finderOf(() => config.defaultLoginCode, { db, keys });
  const registration = finderOf(() => config.defaultRegistrationCode, { db, keys });
  const starter = firstLoginCode(db);
  return {
    db,
    keys,
    now,
    guestTtlMs: config.limits.guestTtlMs,
    defaultLoginDigest: () => (given() ?? starter.digest)(),
    isDefaultLogin: async (asked) => {
      const find = given();
      return find ? asked === (await find()) : starter.is(asked);
    },
    defaultRegistrationDigest: async () => (await registration()?.()) ?? null,
    decideEntry: (by, code) => withMessage(decideEntry(config.settings, by, code)),
    decideRegistration: (...codes) => withMessageIfRefused(decideRegistration(config.settings, ...codes)),
    decideConversion: (...guest) => withMessageIfRefused(decideConversion(config.settings, ...guest)),
    problemOfCredentials: (credentials) => withMessage(problemOfCredentials(credentials)),
    problemOfEmail: (email) => withMessage(isPossibleAddress(email) ? null : 'INVALID_EMAIL'),
    normalEmail,
    limitDefaultEntry: async (headers) => {
      const address = headers.get(clientAddressHeader) ?? 'unknown';
      const waitMs = await rateLimits.takeDefaultEntry({ address, network: networkOf(address) });
      return waitMs > 0 ? tooManyGuests(waitMs) : null;
    },
    proveLogin,
    afterMember,
    report,
    guestDataChoice: (body) => guestChoice.safeParse(body).data?.guestChats ?? null,
    moveGuest: async ({ guestId, memberId }) => {
      await moveStorage(db, { guestId, memberId });
      await moveDrafts(db, { guestId, memberId });
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

/** Finds the digest of a code that can change while the server runs; null while none is set. */
function finderOf(code: () => string | null, { db, keys }: Pick<InvitationCodesOptions, 'db' | 'keys'>) {
  let known: { text: string; find: () => Promise<string> } | null = null;
  return () => {
    const text = code();
    if (text === null) return null;
    if (known?.text !== text) known = { text, find: digestFinder(db, keys, text) };
    return known.find;
  };
}

function withMessage<Code extends Refusal | null>(
  code: Code,
): Code extends null ? null : { code: string; message: string };
function withMessage(code: Refusal | null) {
  return code && { code, message: refusals[code] };
}

function withMessageIfRefused(decided: { refusal: Refusal } | { spends: 'given' | 'default' | 'nothing' }) {
  return 'refusal' in decided ? { refusal: withMessage(decided.refusal) } : decided;
}

function tooManyGuests(waitMs: number): APIError {
  const code = 'TOO_MANY_GUESTS';
  const headers = { 'Retry-After': String(Math.ceil(waitMs / 1000)) };
  return new APIError('TOO_MANY_REQUESTS', { code, message: refusals[code] }, headers);
}
