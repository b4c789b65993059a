import type { Kysely } from 'kysely';
import { canonical, problemOfText } from './code.ts';
import type { RawRow } from './import-file.ts';
import { fileFields, fileKinds, type RowProblem, readRow, textIn } from './import-row.ts';
import { type CodeKeys, digestOf } from './seal.ts';
import type { InvitationCodeRow, InvitationTables } from './tables.ts';
import type { NewCode } from './terms.ts';

/** One field of a code that exists, before and after, under its name in the file. Times are ISO 8601. */
export type Change = { field: string; from: string | number | null; to: string | number | null };

/** What an import makes of one row. `code` is the text as the file has it, null when the row has none. */
export type PlannedRow = { row: number; code: string | null } & (
  | { outcome: 'new' }
  | { outcome: 'changed'; changes: Change[]; isRevoked: boolean }
  | { outcome: 'refused'; problems: RowProblem[] }
);

/** What an import does: every row but the unchanged ones, in the order of the file. */
export type ImportPlan = {
  rows: PlannedRow[];
  totals: {
    rows: number;
    new: number;
    changed: number;
    unchanged: number;
    refused: number;
    /** How many of the changed and unchanged are revoked, and stay so. */
    revoked: number;
  };
};

/** How an import treats codes that exist. */
export type ImportOptions = {
  /** Whether the file's remaining uses replace what is left. Default: uses that are spent stay spent. */
  resetUsage?: boolean;
};

/** How many rows are asked for, or written, at once. */
export const batchSize = 200;

type ReadRow = RawRow & {
  text: string | null;
  good: { code: NewCode; digest: string } | null;
  problems: RowProblem[];
};
type Existing = InvitationCodeRow & { isRedeemed: boolean };

/** What importing these rows would do now. Writes nothing. */
export async function planImport(
  db: Kysely<InvitationTables>,
  keys: CodeKeys,
  rows: RawRow[],
  options: ImportOptions = {},
): Promise<ImportPlan> {
  const plan: ImportPlan = {
    rows: [],
    totals: { rows: rows.length, new: 0, changed: 0, unchanged: 0, refused: 0, revoked: 0 },
  };
  const read = rows.map(({ row, value }) => readOne(keys, row, value));
  refuseTwins(read);
  for (let start = 0; start < read.length; start += batchSize) {
    const batch = read.slice(start, start + batchSize);
    const existing = await findExisting(db, batch);
    for (const one of batch) addToPlan(plan, one, existing, options);
  }
  return plan;
}

/** What is left of a code's uses when the allowed ones change: what is spent stays spent. */
function remainingAfter(allowed: number, before: { allowed: number; remaining: number }): number {
  return Math.max(0, allowed - (before.allowed - before.remaining));
}

function readOne(keys: CodeKeys, row: number, value: unknown): ReadRow {
  const result = readRow(value);
  const text = textIn(value);
  if ('problems' in result) return { row, value, text, good: null, problems: result.problems };
  const { code } = result;
  return { row, value, text, good: { code, digest: digestOf(keys, code.code) }, problems: [] };
}

function refuseTwins(rows: ReadRow[]) {
  const formOf = ({ text }: ReadRow) => (text === null || problemOfText(text) ? null : canonical(text));
  const places = Map.groupBy(rows, formOf);
  places.delete(null);
  for (const [first, second, ...others] of places.values()) {
    if (!first || !second) continue;
    const more = others.length > 0 ? ` and ${others.length} more` : '';
    for (const row of [first, second, ...others]) {
      const twin = row === first ? second : first;
      const message = `is the same code as in row ${twin.row}${more}`;
      row.problems.push({ field: fileFields.code, message });
    }
  }
}

async function findExisting(db: Kysely<InvitationTables>, rows: ReadRow[]) {
  const digests = rows.flatMap(({ good }) => (good ? [good.digest] : []));
  const found = new Map<string, Existing>();
  if (digests.length === 0) return found;
  const codes = await db.selectFrom('invitationCode').selectAll().where('digest', 'in', digests).execute();
  if (codes.length === 0) return found;
  const ids = codes.map(({ id }) => id);
  const redeemed = await db
    .selectFrom('redemption')
    .select('codeId')
    .distinct()
    .where('codeId', 'in', ids)
    .execute();
  const redeemedIds = new Set(redeemed.map(({ codeId }) => codeId));
  for (const code of codes) found.set(code.digest, { ...code, isRedeemed: redeemedIds.has(code.id) });
  return found;
}

function addToPlan(
  { rows, totals }: ImportPlan,
  { row, text, good, problems }: ReadRow,
  existing: Map<string, Existing>,
  options: ImportOptions,
) {
  const before = good ? existing.get(good.digest) : undefined;
  const all = good && before ? [...problems, ...problemsOfKind(good.code, before)] : problems;
  if (!good || all.length > 0) {
    totals.refused++;
    rows.push({ row, code: text, outcome: 'refused', problems: all });
    return;
  }
  if (!before) {
    totals.new++;
    rows.push({ row, code: text, outcome: 'new' });
    return;
  }
  const isRevoked = before.revokedAt !== null;
  if (isRevoked) totals.revoked++;
  const changes = changesBetween(before, good.code, options);
  if (changes.length === 0) {
    totals.unchanged++;
    return;
  }
  totals.changed++;
  rows.push({ row, code: text, outcome: 'changed', changes, isRevoked });
}

function problemsOfKind(code: NewCode, before: Existing): RowProblem[] {
  const isSpent = before.remaining < before.allowed || before.isRedeemed;
  if (code.kind === before.kind || !isSpent) return [];
  const message = `cannot change from ${fileKinds[before.kind]} to ${fileKinds[code.kind]}: uses of this code are spent`;
  return [{ field: fileFields.kind, message }];
}

function changesBetween(before: Existing, code: NewCode, { resetUsage }: ImportOptions): Change[] {
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

function isoTime(time: number): string {
  return new Date(time).toISOString();
}
