import { createHmac, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Database } from '@foyer/database';
import { formatCode, shortSymbols, symbolsIn } from '@foyer/invitation-codes/code';
import type { RateLimits } from '../rate-limits/rate-limits.ts';
import type { MailToken } from './mail-tokens.ts';

/** 8 of 28 symbols are 38.5 bits: enough with few attempts in a short time. */
const length = 8;
const maxAttempts = 5;
/** In milliseconds. */
const lifeMs = 15 * 60_000;

type Purpose = MailToken['purpose'];
type Owner = Pick<MailToken, 'userId' | 'purpose' | 'email'>;

export type TypedMailCode = { email: string; code: string };

/** The short codes in letters, for people in whose mail the link does not work. Only their keyed digests are stored. */
export function openMailCodes({
  db,
  key,
  attempts,
  now,
}: {
  db: Database['db'];
  key: KeyObject;
  attempts: RateLimits['attempts'];
  now: () => number;
}) {
  const digestOf = (symbols: string, { userId, purpose, email }: Owner) =>
    createHmac('sha256', key)
      .update(JSON.stringify([purpose, userId, email, symbols]))
      .digest('base64url');

  return {
    /** A new code, as people see it, and what to store with its letter. */
    issue(owner: Owner) {
      const symbols = shortSymbols(length, randomBytes);
      const row = { codeDigest: digestOf(symbols, owner), codeExpiresAt: now() + lifeMs };
      return { code: formatCode(symbols), row };
    },

    /** The letter to this address that had this code. Counts an attempt, and takes as long for unknown addresses. */
    async find({ email, code }: TypedMailCode, purposes: Purpose[]): Promise<MailToken | null> {
      const symbols = symbolsIn(code, length);
      if (symbols === null) return null;
      const letters = await db.transaction().execute(async () => {
        // This is written for every address. It also bounds the attempts at all letters to one.
        if (!(await attempts.count('mailCode', email))) return [];
        return db
          .updateTable('mailProof')
          .set((eb) => ({ codeAttempts: eb('codeAttempts', '+', 1) }))
          .where('email', '=', email)
          .where('purpose', 'in', purposes)
          .where('codeDigest', 'is not', null)
          .where('codeExpiresAt', '>', now())
          .where('codeAttempts', '<', maxAttempts)
          .returningAll()
          .execute();
      });
      return letters.find((letter) => isEqual(letter.codeDigest ?? '', digestOf(symbols, letter))) ?? null;
    },
  };
}

function isEqual(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
