import type { Code } from '@foyer/invitation-codes/codes';
import { allRows, type CodeFilter } from '@foyer/invitation-codes/list-codes';
import { type CodeKeys, unseal } from '@foyer/invitation-codes/seal';
import type { InvitationCodeRow, InvitationTables } from '@foyer/invitation-codes/tables';
import { openedTerms } from '@foyer/invitation-codes/terms';
import type { Kysely } from 'kysely';
import { fileFields, fileKinds } from './read/file-fields.ts';

export type { CodeFilter } from '@foyer/invitation-codes/list-codes';

export type ExportedRow = Record<string, string | number | null>;

export type ExportOptions = CodeFilter & {
  /** With the texts, the rows can be imported again, and a reader can use the codes. Without, they have `created_at` and `revoked_at`. */
  withTexts: boolean;
  /** With the texts: makes the column `link`, which an import ignores. Default: no such column. */
  linkOf?: ((code: Pick<Code, 'code' | 'kind'>) => string) | undefined;
};

export function exportedFields({ withTexts, linkOf }: Pick<ExportOptions, 'withTexts' | 'linkOf'>): string[] {
  const { code, ...terms } = fileFields;
  const link = linkOf ? ['link'] : [];
  return withTexts
    ? [code, ...Object.values(terms), ...link]
    : [...Object.values(terms), 'created_at', 'revoked_at'];
}

export async function* exportCodes(
  db: Kysely<InvitationTables>,
  keys: CodeKeys,
  { withTexts, linkOf, ...filter }: ExportOptions,
): AsyncGenerator<{ row: ExportedRow; isRevoked: boolean }> {
  for await (const code of allRows(db, filter)) {
    const row = withTexts
      ? withText(unseal(keys, code.sealed, code.digest), code, linkOf)
      : { ...termsOf(code), created_at: isoTime(code.createdAt), revoked_at: revocationOf(code) };
    yield { row, isRevoked: code.revokedAt !== null };
  }
}

export type ExportFormat = 'csv' | 'jsonl';

/** The lines of an export, each with its end. The first line of CSV names the fields and is of no code. */
export async function* exportLines(
  db: Kysely<InvitationTables>,
  keys: CodeKeys,
  { format, ...options }: ExportOptions & { format: ExportFormat },
): AsyncGenerator<{ line: string; isRevoked: boolean | null }> {
  const fields = exportedFields(options);
  const lineOf = (row: ExportedRow) =>
    format === 'jsonl' ? JSON.stringify(row) : csvLine(fields.map((field) => row[field] ?? null));
  if (format === 'csv') yield { line: `${csvLine(fields)}\n`, isRevoked: null };
  for await (const { row, isRevoked } of exportCodes(db, keys, options))
    yield { line: `${lineOf(row)}\n`, isRevoked };
}

export function csvLine(cells: (string | number | null)[]): string {
  return cells.map(csvCell).join(',');
}

function withText(text: string, code: InvitationCodeRow, linkOf: ExportOptions['linkOf']): ExportedRow {
  const row = { [fileFields.code]: text, ...termsOf(code) };
  return linkOf ? { ...row, link: linkOf({ code: text, kind: code.kind }) } : row;
}

function termsOf(code: InvitationCodeRow): ExportedRow {
  return {
    [fileFields.kind]: fileKinds[code.kind],
    [fileFields.allowed]: code.allowed,
    [fileFields.remaining]: code.remaining,
    [fileFields.validFrom]: isoTime(code.validFrom),
    [fileFields.validUntil]: isoTime(code.validUntil),
    [fileFields.requirement]: code.requirement,
    [fileFields.label]: code.label,
    ...Object.fromEntries(openedTerms.map((term) => [fileFields[term], code[term]])),
  };
}

function revocationOf({ revokedAt }: InvitationCodeRow): string | null {
  return revokedAt === null ? null : isoTime(revokedAt);
}

/** Attack: a spreadsheet would run a text that begins so as a formula. */
const spreadsheetSign = /^['=+\-@\t\r]/;

function csvCell(value: string | number | null): string {
  const written = String(value ?? '');
  const text = spreadsheetSign.test(written) ? `'${written}` : written;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function isoTime(time: number): string {
  return new Date(time).toISOString();
}
