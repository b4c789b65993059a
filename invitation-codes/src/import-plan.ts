import type { Kysely } from 'kysely';
import type { GoodRow, ReadRow } from './import-read.ts';
import { fileFields, fileKinds, type RowProblem } from './import-row.ts';
import type { Twin } from './import-scratch.ts';
import { codesWith } from './many-codes.ts';
import type { InvitationCodeRow, InvitationTables } from './tables.ts';

/** One field of a code that exists, before and after, under its name in the file. Times are ISO 8601. */
export type Change = { field: string; from: string | number | null; to: string | number | null };

/** What an import makes of one row. `code` is the text as the file has it, null when the row has none. */
export type PlannedRow = { row: number; code: string | null } & Outcome;

type Outcome =
  | { outcome: 'new' }
  | { outcome: 'changed'; changes: Change[]; isRevoked: boolean }
  | { outcome: 'refused'; problems: RowProblem[] };

/** How many rows an import makes what of. */
export type ImportTotals = {
  rows: number;
  new: number;
  changed: number;
  unchanged: number;
  refused: number;
  /** How many of the changed and unchanged are revoked, and stay so. */
  revoked: number;
};

/** How an import treats codes that exist. */
export type ImportOptions = {
  /** Whether the file's remaining uses replace what is left. Default: uses that are spent stay spent. */
  resetUsage?: boolean;
};

/** What importing a batch of rows does: their outcomes but for the unchanged ones, in the order of the file. */
export type PlannedBatch = {
  planned: { row: ReadRow; outcome: Outcome }[];
  toWrite: GoodRow[];
  totals: ImportTotals;
};

type Existing = InvitationCodeRow & { isRedeemed: boolean };

/** What importing these rows, in one go, would do now. Writes nothing. */
export async function planBatch(
  db: Kysely<InvitationTables>,
  rows: ReadRow[],
  twins: Twin[],
  options: ImportOptions,
): Promise<PlannedBatch> {
  const batch: PlannedBatch = { planned: [], toWrite: [], totals: noTotals() };
  const existing = await findExisting(db, rows.filter(isGood));
  const twinOf = new Map(twins.map((twin) => [twin.row, twin]));
  for (const row of rows) {
    const before = isGood(row) ? existing.get(row.digest) : undefined;
    const outcome = outcomeOf(row, before, twinOf.get(row.row), options);
    batch.totals.rows++;
    batch.totals[outcome?.outcome ?? 'unchanged']++;
    if (before?.revokedAt != null && outcome?.outcome !== 'refused') batch.totals.revoked++;
    if (!outcome) continue;
    batch.planned.push({ row, outcome });
    if (outcome.outcome !== 'refused' && isGood(row)) batch.toWrite.push(row);
  }
  return batch;
}

/** Totals of no rows at all. */
export function noTotals(): ImportTotals {
  return { rows: 0, new: 0, changed: 0, unchanged: 0, refused: 0, revoked: 0 };
}

function isGood(row: ReadRow): row is GoodRow {
  return 'sealed' in row;
}

async function findExisting(db: Kysely<InvitationTables>, rows: GoodRow[]): Promise<Map<string, Existing>> {
  const codes = await codesWith(
    db,
    rows.map(({ digest }) => digest),
  );
  const kinds = new Map(rows.map(({ digest, kind }) => [digest, kind]));
  // Only for a code that would change its kind does it matter whether it was ever redeemed.
  const changing = codes.filter(({ digest, kind }) => kinds.get(digest) !== kind);
  const redeemed = new Set(await redeemedOf(db, changing));
  return new Map(codes.map((code) => [code.digest, { ...code, isRedeemed: redeemed.has(code.id) }]));
}

async function redeemedOf(db: Kysely<InvitationTables>, codes: InvitationCodeRow[]): Promise<string[]> {
  const found: string[] = [];
  for (const { id } of codes) {
    const query = db.selectFrom('redemption').select('codeId').where('codeId', '=', id).limit(1);
    if (await query.executeTakeFirst()) found.push(id);
  }
  return found;
}

/** Null for a row that changes nothing. */
function outcomeOf(
  row: ReadRow,
  before: Existing | undefined,
  twin: Twin | undefined,
  options: ImportOptions,
): Outcome | null {
  const problems = [
    ...(isGood(row) ? [] : row.problems),
    ...(twin ? [problemOfTwin(twin)] : []),
    ...(isGood(row) && before ? problemsOfKind(row, before) : []),
  ];
  if (!isGood(row) || problems.length > 0) return { outcome: 'refused', problems };
  if (!before) return { outcome: 'new' };
  const changes = changesBetween(before, row, options);
  return changes.length === 0 ? null : { outcome: 'changed', changes, isRevoked: before.revokedAt !== null };
}

function problemOfTwin({ other, more }: Twin): RowProblem {
  const others = more > 0 ? ` and ${more} more` : '';
  return { field: fileFields.code, message: `is the same code as in row ${other}${others}` };
}

function problemsOfKind(code: GoodRow, before: Existing): RowProblem[] {
  const isSpent = before.remaining < before.allowed || before.isRedeemed;
  if (code.kind === before.kind || !isSpent) return [];
  const message = `cannot change from ${fileKinds[before.kind]} to ${fileKinds[code.kind]}: uses of this code are spent`;
  return [{ field: fileFields.kind, message }];
}

function changesBetween(before: Existing, code: GoodRow, { resetUsage }: ImportOptions): Change[] {
  const remaining = resetUsage ? code.remaining : remainingAfter(code.allowed, before);
  const terms = [
    [fileFields.kind, fileKinds[before.kind], fileKinds[code.kind]],
    [fileFields.allowed, before.allowed, code.allowed],
    [fileFields.remaining, before.remaining, remaining],
    [fileFields.validFrom, isoTime(before.validFrom), isoTime(code.validFrom)],
    [fileFields.validUntil, isoTime(before.validUntil), isoTime(code.validUntil)],
    [fileFields.requirement, before.requirement, code.requirement],
    [fileFields.label, before.label, code.label],
  ] as const;
  return terms.flatMap(([field, from, to]) => (from === to ? [] : [{ field, from, to }]));
}

/** What is left of a code's uses when the allowed ones change: what is spent stays spent. */
function remainingAfter(allowed: number, before: { allowed: number; remaining: number }): number {
  return Math.max(0, allowed - (before.allowed - before.remaining));
}

function isoTime(time: number): string {
  return new Date(time).toISOString();
}
