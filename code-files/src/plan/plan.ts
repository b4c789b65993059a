import type { CodeKind } from '@foyer/invitation-codes/code';
import type { InvitationCodeRow, InvitationTables } from '@foyer/invitation-codes/tables';
import { openedTerms } from '@foyer/invitation-codes/terms';
import type { Kysely } from 'kysely';
import { fileFields, fileKinds } from '../read/file-fields.ts';
import type { Duplicate } from '../stage/duplicates.ts';
import type { FileRow, ValidRow } from '../validate/file-row.ts';
import { isValid } from '../validate/file-row.ts';
import type { RowProblem } from '../validate/validate-row.ts';

export type Change = { field: string; from: string | number | null; to: string | number | null };

/** `code` is the text as the file has it; null when the row has none. */
export type PlannedRow = { row: number; code: string | null } & Outcome;

type Outcome =
  | { outcome: 'new' }
  | { outcome: 'changed'; changes: Change[]; isRevoked: boolean }
  | { outcome: 'refused'; problems: RowProblem[] };

export type ImportTotals = {
  rows: number;
  new: number;
  changed: number;
  unchanged: number;
  refused: number;
  /** Changed and unchanged codes that are revoked, and stay so. */
  revoked: number;
  /** New, changed and unchanged codes that are already expired, or not yet valid. */
  expired: number;
  notYetValid: number;
};

export type ImportOptions = {
  /** Replaces the uses that are left by the file's. Default: spent uses stay spent. */
  resetUsage?: boolean;
  /** The ids of the assistants that a row may name. Default: any. */
  assistants?: ReadonlySet<string> | undefined;
};

/** The outcome of an unchanged row is null. */
export type PlannedBatch = {
  planned: { row: FileRow; outcome: Outcome | null }[];
  totals: ImportTotals;
};

type RowContext = {
  before: InvitationCodeRow | undefined;
  isRedeemed: boolean;
  duplicate: Duplicate | undefined;
};

export async function planBatch(
  db: Kysely<InvitationTables>,
  { rows, codes, duplicates }: { rows: FileRow[]; codes: InvitationCodeRow[]; duplicates: Duplicate[] },
  { now, ...options }: ImportOptions & { now: number },
): Promise<PlannedBatch> {
  const batch: PlannedBatch = { planned: [], totals: noTotals() };
  const existing = new Map(codes.map((code) => [code.digest, code]));
  const redeemed = await redeemedAmong(db, existing, rows.filter(isValid));
  const duplicateOf = new Map(duplicates.map((duplicate) => [duplicate.row, duplicate]));
  for (const row of rows) {
    const before = isValid(row) ? existing.get(row.digest) : undefined;
    const isRedeemed = before !== undefined && redeemed.has(before.id);
    const outcome = outcomeOf(row, { before, isRedeemed, duplicate: duplicateOf.get(row.row) }, options);
    batch.totals.rows++;
    batch.totals[outcome?.outcome ?? 'unchanged']++;
    if (isValid(row) && outcome?.outcome !== 'refused') {
      if (before?.revokedAt != null) batch.totals.revoked++;
      if (row.validUntil < now) batch.totals.expired++;
      if (row.validFrom > now) batch.totals.notYetValid++;
    }
    batch.planned.push({ row, outcome });
  }
  return batch;
}

export function noTotals(): ImportTotals {
  return { rows: 0, new: 0, changed: 0, unchanged: 0, refused: 0, revoked: 0, expired: 0, notYetValid: 0 };
}

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

function outcomeOf(
  row: FileRow,
  { before, isRedeemed, duplicate }: RowContext,
  options: ImportOptions,
): Outcome | null {
  const problems = [
    ...(isValid(row) ? [] : row.problems),
    ...(duplicate ? [problemOfDuplicate(duplicate)] : []),
    ...(isValid(row) && before ? problemsOfKind(row, before, isRedeemed) : []),
    ...(isValid(row) ? problemsOfAssistant(row, options) : []),
  ];
  if (!isValid(row) || problems.length > 0) return { outcome: 'refused', problems };
  if (!before) return { outcome: 'new' };
  const changes = changesBetween(before, row, options);
  return changes.length === 0 ? null : { outcome: 'changed', changes, isRevoked: before.revokedAt !== null };
}

function problemsOfAssistant({ assistant }: ValidRow, { assistants }: ImportOptions): RowProblem[] {
  if (!assistant || !assistants || assistants.has(assistant)) return [];
  return [{ field: fileFields.assistant, message: 'is not an assistant here' }];
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
    ...openedTerms.map((term) => [fileFields[term], before[term], code[term] ?? null] as const),
  ] as const;
  return terms.flatMap(([field, from, to]) =>
    from === to ? [] : [{ field, from: inFile(field, from), to: inFile(field, to) }],
  );
}

function inFile(field: string, value: string | number | null): string | number | null {
  if (field === fileFields.kind) return fileKinds[value as CodeKind];
  const isTime = field === fileFields.validFrom || field === fileFields.validUntil;
  return isTime ? new Date(Number(value)).toISOString() : value;
}

function remainingAfter(allowed: number, before: { allowed: number; remaining: number }): number {
  return Math.max(0, allowed - (before.allowed - before.remaining));
}
