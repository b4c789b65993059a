import { setTimeout as wait } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { newId } from '../new-id.ts';
import { gatherUses } from '../redemption/shards/counter-shards.ts';
import { type CodeKeys, digestOf, seal, unseal } from '../seal.ts';
import type { InvitationCodeRow, InvitationTables } from '../tables.ts';
import { codesWithDigests, insertCodes, selectCodes } from './bulk.ts';
import { inBatches } from './in-batches.ts';
import { type Code, codeFromRow } from './known-code.ts';
import type { NewCode } from './terms.ts';
import { throttleFor } from './throttle.ts';

export { selectCodes } from './bulk.ts';
export type { Code } from './known-code.ts';
export { type CodeFilter, listCodes } from './list-codes.ts';
export { maxUses, type NewCode, problemsOf } from './terms.ts';

/** A code with what it brought in: how many spent a use, and how many of those guests became members. */
export type CodeWithRedemptions = Code & { redemptions: { total: number; converted: number } };

/** A code with this text exists already, whatever its kind. */
export class CodeExists extends Error {
  /** The text that is taken. */
  readonly code: string;

  constructor(code: string) {
    super(`the code ${code} exists already`);
    this.code = code;
  }
}

/** Who makes codes (`create`, `start`), when, in epoch milliseconds, and whether their texts were drawn at random. Default: no. */
export type CodeOrigin = { createdBy: string; now: number; isGenerated?: boolean };

/** How many codes one statement makes. */
const batchSize = 1000;

/** Makes codes, all of them or none. Throws `CodeExists` for the first whose text is taken. */
export async function createCodes(
  db: Kysely<InvitationTables>,
  keys: CodeKeys,
  codes: NewCode[],
  made: CodeOrigin,
): Promise<Code[]> {
  const rows = codes.map((code) => newRow(keys, code, made));
  await db.transaction().execute(async (trx) => {
    for (let start = 0; start < rows.length; start += batchSize) {
      await insertOrThrow(trx, keys, rows.slice(start, start + batchSize));
    }
  });
  return rows.map((row) => codeFromRow(keys, row));
}

/**
 * Makes codes without end, so to speak: batch by batch, each all or none, in short transactions between which others
 * write. Those of the batches before stay when one throws `CodeExists`, or when no more are asked for.
 *
 * @returns each batch once it is kept
 */
export async function* createManyCodes(
  db: Kysely<InvitationTables>,
  keys: CodeKeys,
  codes: Iterable<NewCode>,
  made: CodeOrigin,
): AsyncGenerator<Code[]> {
  const { rows, gapMs } = throttleFor(db);
  for (const batch of inBatches(codes, rows)) {
    yield await createCodes(db, keys, batch, made);
    await wait(gapMs);
  }
}

/** The code with this text, in any form that folds to it; null when there is none. */
export async function findCode(
  db: Kysely<InvitationTables>,
  keys: CodeKeys,
  text: string,
): Promise<Code | null> {
  const row = await selectCodes(db).where('digest', '=', digestOf(keys, text)).executeTakeFirst();
  return row ? codeFromRow(keys, row) : null;
}

/** The same with its redemptions, as they were at one moment. */
export async function findCodeWithRedemptions(
  db: Kysely<InvitationTables>,
  keys: CodeKeys,
  text: string,
): Promise<CodeWithRedemptions | null> {
  const row = await selectCodes(db)
    .leftJoin('redemption', 'redemption.codeId', 'invitationCode.id')
    .select(({ fn }) => [
      fn.count<number>('redemption.id').as('total'),
      fn.count<number>('redemption.convertedAt').as('converted'),
    ])
    .where('digest', '=', digestOf(keys, text))
    .groupBy('invitationCode.id')
    .executeTakeFirst();
  return row ? { ...codeFromRow(keys, row), redemptions: { total: row.total, converted: row.converted } } : null;
}

/**
 * Ends a code: it admits nobody from now on, and those who are in stay. A code that is revoked keeps its first time.
 *
 * @param now epoch milliseconds
 * @returns the code as it is now, or null when there is none
 */
export async function revokeCode(
  db: Kysely<InvitationTables>,
  keys: CodeKeys,
  text: string,
  now: number,
): Promise<CodeWithRedemptions | null> {
  const digest = digestOf(keys, text);
  await db.transaction().execute(async (trx) => {
    await gatherUses(trx, [digest]);
    await trx
      .updateTable('invitationCode')
      .set({ revokedAt: now })
      .where('digest', '=', digest)
      .where('revokedAt', 'is', null)
      .execute();
  });
  return findCodeWithRedemptions(db, keys, text);
}

/**
 * Takes a revocation back: the code admits again, as far as its other terms let it.
 *
 * @returns the code as it is now, or null when there is none
 */
export async function restoreCode(
  db: Kysely<InvitationTables>,
  keys: CodeKeys,
  text: string,
): Promise<CodeWithRedemptions | null> {
  await db
    .updateTable('invitationCode')
    .set({ revokedAt: null })
    .where('digest', '=', digestOf(keys, text))
    .execute();
  return findCodeWithRedemptions(db, keys, text);
}

async function insertOrThrow(db: Kysely<InvitationTables>, keys: CodeKeys, rows: InvitationCodeRow[]) {
  const { numInsertedOrUpdatedRows } = await insertCodes(db, rows)
    .onConflict((conflict) => conflict.column('digest').doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === BigInt(rows.length)) return;
  const kept = await codesWithDigests(
    db,
    rows.map(({ digest }) => digest),
  );
  const ids = new Set(kept.map(({ id }) => id));
  const taken = rows.find(({ id }) => !ids.has(id));
  if (!taken) throw new Error('codes were left out, and none can be named');
  throw new CodeExists(unseal(keys, taken.sealed, taken.digest));
}

function newRow(keys: CodeKeys, { code, ...terms }: NewCode, made: CodeOrigin): InvitationCodeRow {
  const digest = digestOf(keys, code);
  const sealed = seal(keys, code, digest);
  const { createdBy, now, isGenerated = false } = made;
  return { id: newId(), digest, sealed, ...terms, createdAt: now, createdBy, isGenerated, revokedAt: null };
}
