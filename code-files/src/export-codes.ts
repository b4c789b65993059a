import { allRows, type CodeFilter } from '@foyer/invitation-codes/list-codes';
import { type CodeKeys, unseal } from '@foyer/invitation-codes/seal';
import type { InvitationCodeRow, InvitationTables } from '@foyer/invitation-codes/tables';
import type { Kysely } from 'kysely';
import { fileFields, fileKinds } from './validate/row.ts';

export type { CodeFilter } from '@foyer/invitation-codes/list-codes';

/** A line of an export: the fields of an import file by their names. Times are ISO 8601 in UTC. */
export type ExportedRow = Record<string, string | number | null>;

/** How codes are exported. */
export type ExportOptions = CodeFilter & {
  /**
   * Whether the texts are among the fields: whoever reads them can use the codes. With them the rows can be imported
   * again; without them each has `created_at` and `revoked_at` instead.
   */
  withTexts: boolean;
};

/** The names of the fields that an export has, in their order. */
export function exportedFields({ withTexts }: Pick<ExportOptions, 'withTexts'>): string[] {
  const { code, ...terms } = fileFields;
  return withTexts ? [code, ...Object.values(terms)] : [...Object.values(terms), 'created_at', 'revoked_at'];
}

/** All codes, or those that a filter names, as rows of a file, one after another; few are in memory. */
export async function* exportCodes(
  db: Kysely<InvitationTables>,
  keys: CodeKeys,
  { withTexts, ...filter }: ExportOptions,
): AsyncGenerator<{ row: ExportedRow; isRevoked: boolean }> {
  for await (const code of allRows(db, filter)) {
    const row = withTexts
      ? { [fileFields.code]: unseal(keys, code.sealed, code.digest), ...termsOf(code) }
      : { ...termsOf(code), created_at: isoTime(code.createdAt), revoked_at: revocationOf(code) };
    yield { row, isRevoked: code.revokedAt !== null };
  }
}

/** A line of CSV (RFC 4180) without its line break. */
export function csvLine(cells: (string | number | null)[]): string {
  return cells.map(csvCell).join(',');
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
  };
}

function revocationOf({ revokedAt }: InvitationCodeRow): string | null {
  return revokedAt === null ? null : isoTime(revokedAt);
}

/** What a spreadsheet takes for a formula, or for a mark of its own. */
const spreadsheetSign = /^['=+\-@\t\r]/;

function csvCell(value: string | number | null): string {
  const written = String(value ?? '');
  // The import takes the apostrophe off again.
  const text = spreadsheetSign.test(written) ? `'${written}` : written;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function isoTime(time: number): string {
  return new Date(time).toISOString();
}
