import { setTimeout as wait } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { jsonTexts } from '../../dialect.ts';
import { findDigest } from '../../redemption/find-digest.ts';
import { gatherUses } from '../../redemption/shards/gather-uses.ts';
import type { CodeKeys } from '../../seal.ts';
import type { HostTables, InvitationCodeRow, InvitationTables } from '../../tables.ts';
import { codesWithDigests } from '../bulk.ts';
import { codeFromRow } from '../code-from-row.ts';
import { type CodeWithRedemptions, findCodeWithRedemptions } from '../find-code.ts';
import type { CodeFilter } from '../lists/filter.ts';
import { pagesOfRows } from '../lists/list-codes.ts';
import { problemsOf } from '../terms.ts';
import { throttleFor } from '../throttle.ts';

/** Times are epoch milliseconds. */
export type CodeChange =
  | { act: 'revoke'; at: number }
  | { act: 'restore' }
  | { act: 'extend'; validUntil: number }
  | { act: 'relabel'; label: string | null };

/** A code refuses a change: `message` is the end of a sentence that begins with the field's name. */
export class ChangeRefused extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** How many codes a change touches. Throws `ChangeRefused` for the first code that refuses it. Writes nothing. */
export async function checkChange(
  db: Kysely<InvitationTables>,
  keys: CodeKeys,
  filter: CodeFilter,
  change: CodeChange,
): Promise<number> {
  let count = 0;
  for await (const rows of pagesOfRows(db, filter)) {
    refuseProblems(keys, rows, change);
    count += rows.length;
  }
  return count;
}

/**
 * Changes all codes that match, in short transactions. People who are in stay in. Call `checkChange` first: a refusal here
 * leaves the earlier codes changed.
 *
 * @returns how many codes were touched
 */
export async function changeCodes(
  db: Kysely<InvitationTables>,
  keys: CodeKeys,
  filter: CodeFilter,
  change: CodeChange,
): Promise<number> {
  const { rows: size, gapMs } = throttleFor(db);
  let count = 0;
  for await (const rows of pagesOfRows(db, filter, size)) {
    if (count > 0) await wait(gapMs);
    const digests = rows.map(({ digest }) => digest);
    await changeDigests(db, keys, digests, change);
    count += rows.length;
  }
  if (change.act === 'relabel' && isWholeBatch(filter)) await relabelBatch(db, filter.batch, change.label);
  return count;
}

/** Changes one code. Returns it after the change; null when there is none. */
export async function changeCode(
  db: Kysely<HostTables>,
  keys: CodeKeys,
  text: string,
  change: CodeChange,
): Promise<CodeWithRedemptions | null> {
  const digest = await findDigest(db, keys, text);
  await changeDigests(db, keys, [digest], change);
  return findCodeWithRedemptions(db, keys, text);
}

/** Stops a code from working; people who entered with it stay. Returns the code after the change, or null. */
export function revokeCode(db: Kysely<HostTables>, keys: CodeKeys, text: string, now: number) {
  return changeCode(db, keys, text, { act: 'revoke', at: now });
}

/** Returns the code after the change, or null. */
export function restoreCode(db: Kysely<HostTables>, keys: CodeKeys, text: string) {
  return changeCode(db, keys, text, { act: 'restore' });
}

function changeDigests(
  db: Kysely<InvitationTables>,
  keys: CodeKeys,
  digests: string[],
  change: CodeChange,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await gatherUses(trx, digests);
    // Again, under the lock: an import may have moved the start of a code meanwhile.
    refuseProblems(keys, await codesWithDigests(trx, digests), change);
    const update = trx
      .updateTable('invitationCode')
      .set(valuesOf(change))
      .where('digest', 'in', jsonTexts(trx, JSON.stringify(digests)));
    // The time of the first revocation stays.
    await (change.act === 'revoke' ? update.where('revokedAt', 'is', null) : update).execute();
  });
}

function valuesOf(change: CodeChange): Partial<InvitationCodeRow> {
  if (change.act === 'revoke') return { revokedAt: change.at };
  if (change.act === 'restore') return { revokedAt: null };
  return change.act === 'extend' ? { validUntil: change.validUntil } : { label: change.label };
}

function refuseProblems(keys: CodeKeys, rows: InvitationCodeRow[], change: CodeChange) {
  if (change.act === 'revoke' || change.act === 'restore') return;
  const field = change.act === 'extend' ? 'validUntil' : 'label';
  for (const row of rows) {
    const code = { ...codeFromRow(keys, row), ...valuesOf(change) };
    const problem = problemsOf(code).find((problem) => problem.field === field);
    if (problem) throw new ChangeRefused(code.code, problem.message);
  }
}

function isWholeBatch(filter: CodeFilter): filter is CodeFilter & { batch: string } {
  const { batch, ...others } = filter;
  return batch !== undefined && Object.values(others).every((value) => value === undefined);
}

async function relabelBatch(db: Kysely<InvitationTables>, id: string, label: string | null) {
  await db.updateTable('batch').set({ label }).where('id', '=', id).execute();
}
