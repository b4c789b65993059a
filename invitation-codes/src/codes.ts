import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { CodeKind } from './code.ts';
import { type CodeKeys, digestOf, seal, unseal } from './seal.ts';
import type { InvitationCodeRow, InvitationTables } from './tables.ts';
import type { NewCode } from './terms.ts';

export { parseTime } from './import-time.ts';
export { maxUses, type NewCode, problemsOf } from './terms.ts';

/** A code as its operator sees it, with its text. Times are epoch milliseconds. */
export type Code = NewCode & { createdAt: number; revokedAt: number | null };

/** A code with what it brought in: how many spent a use, and how many of those guests became members. */
export type CodeWithRedemptions = Code & { redemptions: { total: number; converted: number } };

/** Which codes are asked for; without a field, whatever its value. */
export type CodeFilter = { kind?: CodeKind | undefined; label?: string | undefined };

/** A code with this text exists already, whatever its kind. */
export class CodeExists extends Error {
  /** The text that is taken. */
  readonly code: string;

  constructor(code: string) {
    super(`the code ${code} exists already`);
    this.code = code;
  }
}

/** How many codes one statement makes. */
const batchSize = 200;

/**
 * Makes codes, all of them or none. Throws `CodeExists` for the first whose text is taken.
 *
 * @param made who makes them (`create`, `start`), and when, in epoch milliseconds
 */
export async function createCodes(
  db: Kysely<InvitationTables>,
  keys: CodeKeys,
  codes: NewCode[],
  made: { createdBy: string; now: number },
): Promise<Code[]> {
  const rows = codes.map((code) => rowOf(keys, code, made));
  await db.transaction().execute(async (trx) => {
    for (let start = 0; start < rows.length; start += batchSize) {
      const batch = rows.slice(start, start + batchSize);
      const created = await trx
        .insertInto('invitationCode')
        .values(batch)
        .onConflict((conflict) => conflict.column('digest').doNothing())
        .returning('id')
        .execute();
      const ids = new Set(created.map(({ id }) => id));
      const taken = batch.find(({ id }) => !ids.has(id));
      if (taken) throw new CodeExists(unseal(keys, taken.sealed, taken.digest));
    }
  });
  return rows.map((row) => codeOf(keys, row));
}

/** The code with this text, in any form that folds to it; null when there is none. */
export async function findCode(
  db: Kysely<InvitationTables>,
  keys: CodeKeys,
  text: string,
): Promise<Code | null> {
  const row = await db
    .selectFrom('invitationCode')
    .selectAll()
    .where('digest', '=', digestOf(keys, text))
    .executeTakeFirst();
  return row ? codeOf(keys, row) : null;
}

/** The same with its redemptions, as they were at one moment. */
export async function findCodeWithRedemptions(
  db: Kysely<InvitationTables>,
  keys: CodeKeys,
  text: string,
): Promise<CodeWithRedemptions | null> {
  const row = await db
    .selectFrom('invitationCode')
    .leftJoin('redemption', 'redemption.codeId', 'invitationCode.id')
    .selectAll('invitationCode')
    .select(({ fn }) => [
      fn.count<number>('redemption.id').as('total'),
      fn.count<number>('redemption.convertedAt').as('converted'),
    ])
    .where('digest', '=', digestOf(keys, text))
    .groupBy('invitationCode.id')
    .executeTakeFirst();
  return row ? { ...codeOf(keys, row), redemptions: { total: row.total, converted: row.converted } } : null;
}

/** All codes, or those that a filter names, newest first; those made at one moment by their text. */
export async function listCodes(
  db: Kysely<InvitationTables>,
  keys: CodeKeys,
  { kind, label }: CodeFilter = {},
): Promise<Code[]> {
  let query = db.selectFrom('invitationCode').selectAll();
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (label !== undefined) query = query.where('label', '=', label);
  const rows = await query.execute();
  return rows
    .map((row) => codeOf(keys, row))
    .sort((a, b) => b.createdAt - a.createdAt || (a.code < b.code ? -1 : 1));
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
  await db
    .updateTable('invitationCode')
    .set({ revokedAt: now })
    .where('digest', '=', digestOf(keys, text))
    .where('revokedAt', 'is', null)
    .execute();
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

function rowOf(
  keys: CodeKeys,
  { code, ...terms }: NewCode,
  { createdBy, now }: { createdBy: string; now: number },
): InvitationCodeRow {
  const digest = digestOf(keys, code);
  const sealed = seal(keys, code, digest);
  return { id: randomUUID(), digest, sealed, ...terms, createdAt: now, createdBy, revokedAt: null };
}

function codeOf(keys: CodeKeys, row: InvitationCodeRow): Code {
  const { kind, allowed, remaining, validFrom, validUntil, requirement, label, createdAt, revokedAt } = row;
  const code = unseal(keys, row.sealed, row.digest);
  return { code, kind, allowed, remaining, validFrom, validUntil, requirement, label, createdAt, revokedAt };
}
