import { guestChats } from '@foyer/api/sign-in';
import type { InvitationCodesOptions } from '@foyer/invitation-codes';
import { digestOf } from '@foyer/invitation-codes/seal';
import { decideConversion, decideEntry, decideRegistration, type Refusal, refusals } from '@foyer/policy';
import { APIError } from 'better-auth/api';
import * as z from 'zod';
import { moveStorage } from './chats/storage-quota.ts';
import type { Config } from './config/read-config.ts';
import type { Erasing } from './erasure.ts';
import { clientAddressHeader, networkOf } from './http/client-address.ts';
import { firstLoginCode } from './installation/first-codes.ts';
import type { Installation } from './installation/installation.ts';
import type { RateLimits } from './rate-limits/rate-limits.ts';
import { isAddress, problemOfCredentials } from './users/credentials.ts';

type Deps = {
  rateLimits: RateLimits;
  erasing: Erasing;
  afterMember: InvitationCodesOptions['afterMember'];
  report: InvitationCodesOptions['report'];
  now: () => number;
};

const guestChoice = z.object({ guestChats });

/** What decides over people's coming and going: the settings, the codes of this installation, and the clock. */
export function invitationOptions(
  config: Config,
  { database: { db }, keys }: Installation,
  { rateLimits, erasing, afterMember, report, now }: Deps,
): InvitationCodesOptions {
  const digest = (code: string | null) => (code === null ? null : digestOf(keys, code));
  const given = digest(config.defaultLoginCode);
  const starter = firstLoginCode(db);
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
    guestDataChoice: (body) => guestChoice.safeParse(body).data?.guestChats ?? null,
    moveGuest: async ({ guestId, memberId }) => {
      await moveStorage(db, { guestId, memberId });
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
