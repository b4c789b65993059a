import type { CodeKind } from '@foyer/invitation-codes/code';
import type { InvitationCodeRow, InvitationTables } from '@foyer/invitation-codes/tables';
import type { Kysely } from 'kysely';
import type { FileRow, ValidRow } from '../read/read-row.ts';
import { isValid } from '../read/read-row.ts';
import type { Duplicate } from '../stage/duplicates.ts';
import { fileFields, fileKinds, type RowProblem } from '../validate/row.ts';

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
  /** How many of the new, changed and unchanged have ended already, and admit nobody. */
  expired: number;
};

/** How an import treats codes that exist. */
export type ImportOptions = {
  /** Whether the file's remaining uses replace what is left. Default: uses that are spent stay spent. */
  resetUsage?: boolean;
};

/** What importing a batch of rows does, in the order of the file. Null for a row that changes nothing. */
export type PlannedBatch = {
  planned: { row: FileRow; outcome: Outcome | null }[];
  totals: ImportTotals;
};

/** What is known of a row beside what it says: the code that exists, whether it was redeemed, and another row that is the same code. */
type RowContext = {
  before: InvitationCodeRow | undefined;
  isRedeemed: boolean;
  duplicate: Duplicate | undefined;
};

/**
 * What importing these rows, in one go, would do now. Writes nothing.
 *
 * @param codes those that exist of them
 */
export async function planBatch(
  db: Kysely<InvitationTables>,
  { rows, codes, twins }: { rows: FileRow[]; codes: InvitationCodeRow[]; twins: Duplicate[] },
  { now, ...options }: ImportOptions & { now: number },
): Promise<PlannedBatch> {
  const batch: PlannedBatch = { planned: [], totals: noTotals() };
  const existing = new Map(codes.map((code) => [code.digest, code]));
  const redeemed = await redeemedAmong(db, existing, rows.filter(isValid));
  const twinOf = new Map(twins.map((twin) => [twin.row, twin]));
  for (const row of rows) {
    const before = isValid(row) ? existing.get(row.digest) : undefined;
    const isRedeemed = before !== undefined && redeemed.has(before.id);
    const outcome = outcomeOf(row, { before, isRedeemed, duplicate: twinOf.get(row.row) }, options);
    batch.totals.rows++;
    batch.totals[outcome?.outcome ?? 'unchanged']++;
    if (isValid(row) && outcome?.outcome !== 'refused') {
      if (before?.revokedAt != null) batch.totals.revoked++;
      if (row.validUntil < now) batch.totals.expired++;
    }
    batch.planned.push({ row, outcome });
  }
  return batch;
}

/** Totals of no rows at all. */
export function noTotals(): ImportTotals {
  return { rows: 0, new: 0, changed: 0, unchanged: 0, refused: 0, revoked: 0, expired: 0 };
}

/** The ids of those codes that would change their kind, and were redeemed: only then does it matter. */
async function redeemedAmong(
  db: Kysely<InvitationTables>,
  existing: Map<string, InvitationCodeRow>,
  rows: ValidRow[],
): Promise<Set<string>> {
  const changing = rows.flatMap(({ digest, kind }) => {
    const before = existing.get(digest);
    return before && before.kind !== kind ? [before] : [];
  });
  return new Set(await redeemedOf(db, changing));
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
  row: FileRow,
  { before, isRedeemed, duplicate }: RowContext,
  options: ImportOptions,
): Outcome | null {
  const problems = [
    ...(isValid(row) ? [] : row.problems),
    ...(duplicate ? [problemOfDuplicate(duplicate)] : []),
    ...(isValid(row) && before ? problemsOfKind(row, before, isRedeemed) : []),
  ];
  if (!isValid(row) || problems.length > 0) return { outcome: 'refused', problems };
  if (!before) return { outcome: 'new' };
  const changes = changesBetween(before, row, options);
  return changes.length === 0 ? null : { outcome: 'changed', changes, isRevoked: before.revokedAt !== null };
}

function problemOfDuplicate({ other, more }: Duplicate): RowProblem {
  const others = more > 0 ? ` and ${more} more` : '';
  return { field: fileFields.code, message: `is the same code as in row ${other}${others}` };
}

function problemsOfKind(code: ValidRow, before: InvitationCodeRow, isRedeemed: boolean): RowProblem[] {
  const isSpent = before.remaining < before.allowed || isRedeemed;
  if (code.kind === before.kind || !isSpent) return [];
  const message = `cannot change from ${fileKinds[before.kind]} to ${fileKinds[code.kind]}: uses of this code are spent`;
  return [{ field: fileFields.kind, message }];
}

function changesBetween(before: InvitationCodeRow, code: ValidRow, { resetUsage }: ImportOptions): Change[] {
  const remaining = resetUsage ? code.remaining : remainingAfter(code.allowed, before);
  const terms = [
    [fileFields.kind, before.kind, code.kind],
    [fileFields.allowed, before.allowed, code.allowed],
    [fileFields.remaining, before.remaining, remaining],
    [fileFields.validFrom, before.validFrom, code.validFrom],
    [fileFields.validUntil, before.validUntil, code.validUntil],
    [fileFields.requirement, before.requirement, code.requirement],
    [fileFields.label, before.label, code.label],
  ] as const;
  return terms.flatMap(([field, from, to]) =>
    from === to ? [] : [{ field, from: inFile(field, from), to: inFile(field, to) }],
  );
}

/** How a file writes what a field has. */
function inFile(field: string, value: string | number | null): string | number | null {
  if (field === fileFields.kind) return fileKinds[value as CodeKind];
  const isTime = field === fileFields.validFrom || field === fileFields.validUntil;
  return isTime ? new Date(Number(value)).toISOString() : value;
}

/** What is left of a code's uses when the allowed ones change: what is spent stays spent. */
function remainingAfter(allowed: number, before: { allowed: number; remaining: number }): number {
  return Math.max(0, allowed - (before.allowed - before.remaining));
}
