import { setTimeout as wait } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { newId } from '../new-id.ts';
import { type CodeKeys, digestOf, seal, unseal } from '../seal.ts';
import type { BatchRow, InvitationCodeRow, InvitationTables } from '../tables.ts';
import { insertBatch, newBatch } from './batches.ts';
import { codesWithDigests, insertCodes } from './bulk.ts';
import { type Code, codeFromRow } from './code-from-row.ts';
import { inBatches } from './in-batches.ts';
import { type NewCode, noOpenedTerms } from './terms.ts';
import { throttleFor } from './throttle.ts';

/** A code with this text exists already, of either kind. */
export class CodeExists extends Error {
  readonly code: string;

  constructor(code: string) {
    super(`the code ${code} exists already`);
    this.code = code;
  }
}

/** `createdBy` is a command's name, `now` epoch milliseconds; `isGenerated` says that the texts are random. */
export type CodeOrigin = {
  createdBy: string;
  now: number;
  isGenerated?: boolean;
  /** Default: a new batch. */
  batch?: BatchRow;
  /** The host's own writes, in the transaction that creates the codes. */
  alsoWrite?: () => Promise<void>;
};

const batchSize = 1000;

/** Creates all codes or none. Throws `CodeExists` for the first text that is taken. */
export async function createCodes(
  db: Kysely<InvitationTables>,
  keys: CodeKeys,
  codes: NewCode[],
  origin: CodeOrigin,
): Promise<Code[]> {
  const { batch = newBatch(origin) } = origin;
  const rows = codes.map((code) => newRow(keys, code, { ...origin, batch }));
  await db.transaction().execute(async (trx) => {
    await insertBatch(trx, batch);
    for (let start = 0; start < rows.length; start += batchSize) {
      await insertOrThrow(trx, keys, rows.slice(start, start + batchSize));
    }
    await origin.alsoWrite?.();
  });
  return rows.map((row) => codeFromRow(keys, row));
}

/**
 * Creates any number of codes in short transactions, and lets others write in between. When a batch throws `CodeExists`,
 * or the caller stops, the earlier batches stay.
 *
 * @returns each batch after its commit
 */
export async function* createManyCodes(
  db: Kysely<InvitationTables>,
  keys: CodeKeys,
  codes: Iterable<NewCode>,
  origin: CodeOrigin,
): AsyncGenerator<Code[]> {
  const { rows, gapMs } = throttleFor(db);
  const { batch = newBatch(origin) } = origin;
  for (const some of inBatches(codes, rows)) {
    yield await createCodes(db, keys, some, { ...origin, batch });
    await wait(gapMs);
  }
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
  if (!taken) throw new Error('some codes were not inserted, and none of them is taken');
  throw new CodeExists(unseal(keys, taken.sealed, taken.digest));
}

function newRow(
  keys: CodeKeys,
  { code, ...terms }: NewCode,
  origin: CodeOrigin & { batch: BatchRow },
): InvitationCodeRow {
  const digest = digestOf(keys, code);
  const sealed = seal(keys, code, digest);
  const { createdBy, now, isGenerated = false, batch } = origin;
  const origins = { createdAt: now, createdBy, isGenerated, batchId: batch.id };
  return { id: newId(), digest, sealed, ...noOpenedTerms, ...terms, ...origins, revokedAt: null };
}
