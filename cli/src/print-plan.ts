import type { Change, ImportPlan, PlannedRow } from '@foyer/invitation-codes/import-codes';
import { alignTable, printable } from './table.ts';

/** What an import does, row by row, ending in the totals. */
export function describePlan({ rows, totals }: ImportPlan): string {
  const lines = alignTable(rows.map((row) => [`row ${row.row}`, row.outcome, detailsOf(row)]));
  const counts = `${totals.new} new, ${totals.changed} changed, ${totals.unchanged} unchanged, ${totals.refused} refused`;
  const revoked = `${totals.revoked} of the changed and unchanged are revoked and stay revoked`;
  return [lines, totals.revoked > 0 ? revoked : '', `${totals.rows} rows: ${counts}`]
    .filter((text) => text !== '')
    .join('\n');
}

function detailsOf(row: PlannedRow): string {
  const code = row.code === null ? '(no code)' : shorten(row.code);
  if (row.outcome === 'new') return code;
  if (row.outcome === 'refused') {
    const reasons = row.problems.map(({ field, message }) => `  ${shorten(field ?? 'the row')} ${message}`);
    return [code, ...reasons].join('\n');
  }
  const changes = row.changes.map((change) => `  ${change.field}: ${show(change.from)} → ${show(change.to)}`);
  return [row.isRevoked ? `${code} (revoked, stays revoked)` : code, ...changes].join('\n');
}

function show(value: Change['from']): string {
  return value === null ? 'none' : shorten(String(value));
}

/** A refused row may hold anything: its texts are cut to what a line bears. */
function shorten(text: string): string {
  const characters = [...text];
  return printable(characters.length > 130 ? `${characters.slice(0, 127).join('')}...` : text);
}
