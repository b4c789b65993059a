import type { Tables } from '@foyer/database/tables';
import { usesLeft } from '@foyer/invitation-codes/bulk';
import { type Kysely, sql } from 'kysely';

const hourMs = 60 * 60_000;

/** Codes that end in this time are told, in milliseconds. */
const soonMs = 72 * hourMs;

/** How many of each kind are told. */
const most = 50;

type Db = Kysely<Tables>;

/** Codes for more than one use that work now and have less than a tenth of their uses left. */
export function codesRunningLow(db: Db, now: number) {
  return ofMany(db, now)
    .where(sql<boolean>`(${usesLeft}) * 10 < "invitationCode"."allowed"`)
    .orderBy(sql`(${usesLeft}) * 1.0 / "invitationCode"."allowed"`)
    .limit(most)
    .execute();
}

/** Codes for more than one use that work now and end soon, the nearest first. */
export function codesEnding(db: Db, now: number) {
  return ofMany(db, now)
    .where('validUntil', '<=', now + soonMs)
    .orderBy('validUntil')
    .limit(most)
    .execute();
}

/** Batches with codes for one use each that nobody has used, and that end soon: one warning, not one a card. */
export function batchesEnding(db: Db, now: number) {
  return db
    .selectFrom('invitationCode')
    .innerJoin('batch', 'batch.id', 'invitationCode.batchId')
    .select(({ fn }) => [
      'batch.id as batch',
      'batch.label',
      fn.countAll<number>().as('codes'),
      fn.min('invitationCode.validUntil').as('endsAt'),
    ])
    .where('invitationCode.validUntil', '>=', now)
    .where('invitationCode.validUntil', '<=', now + soonMs)
    .where('invitationCode.allowed', '=', 1)
    .where('invitationCode.remaining', '=', 1)
    .where('invitationCode.revokedAt', 'is', null)
    .groupBy(['batch.id', 'batch.label'])
    .orderBy('endsAt')
    .limit(most)
    .execute();
}

/** An order: the conditions of the partial index `invitationCodeOfMany`, word for word. */
function ofMany(db: Db, now: number) {
  return db
    .selectFrom('invitationCode')
    .select(['id as codeId', 'label', 'allowed', 'validUntil as endsAt'])
    .select(usesLeft.as('remaining'))
    .where(sql<boolean>`"invitationCode"."allowed" > 1 and "invitationCode"."revokedAt" is null`)
    .where('validUntil', '>=', now)
    .where('validFrom', '<=', now)
    .where(sql<boolean>`${usesLeft} > 0`);
}
