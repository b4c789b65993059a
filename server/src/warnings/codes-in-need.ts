import type { Tables } from '@foyer/database/tables';
import { usesLeft } from '@foyer/invitation-codes/bulk';
import { type Kysely, sql } from 'kysely';

const hourMs = 60 * 60_000;

/** Codes that end in this time are told, in milliseconds. */
const soonMs = 72 * hourMs;

/** How many of each kind are told. */
const most = 50;
const mostBatches = 20;
/** How many cards of a batch are looked at. */
const mostCards = 200;

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

/**
 * Batches with codes for one use each that nobody has used, and that end soon: one warning, not one a card. Bounded, because
 * SQLite keeps everybody waiting meanwhile: the first cards of the batches that end next.
 */
export async function batchesEnding(db: Db, now: number) {
  const nearest = await db
    .selectFrom(
      db
        .selectFrom('batch')
        .select(['id', 'label'])
        .select(({ selectFrom }) =>
          selectFrom('invitationCode')
            .select(({ fn }) => fn.min('invitationCode.validUntil').as('validUntil'))
            .whereRef('invitationCode.batchId', '=', 'batch.id')
            .where('invitationCode.validUntil', '>=', now)
            .as('endsAt'),
        )
        .as('each'),
    )
    .selectAll()
    .where('endsAt', '<=', now + soonMs)
    .orderBy('endsAt')
    .limit(mostBatches)
    .execute();
  const ending: { batch: string; label: string | null; codes: number; endsAt: number }[] = [];
  for (const { id, label, endsAt } of nearest) {
    const codes = await unusedCards(db, id, now);
    if (codes > 0 && endsAt !== null) ending.push({ batch: id, label, codes, endsAt });
  }
  return ending;
}

async function unusedCards(db: Db, batchId: string, now: number): Promise<number> {
  const cards = await db
    .selectFrom('invitationCode')
    .select(['allowed', 'remaining', 'revokedAt'])
    .where('batchId', '=', batchId)
    .where('validUntil', '>=', now)
    .where('validUntil', '<=', now + soonMs)
    .orderBy('validUntil')
    .orderBy('id')
    .limit(mostCards)
    .execute();
  return cards.filter(({ allowed, remaining, revokedAt }) => allowed === 1 && remaining === 1 && !revokedAt)
    .length;
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
