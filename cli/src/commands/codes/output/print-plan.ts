import {
  type Change,
  type Encoding,
  encodingNames,
  type ImportEnds,
  type ImportTotals,
  type PlannedRow,
} from '@foyer/code-files/import-codes';
import { asJson, timeInWords } from '../../../terminal/format.ts';
import { jsonArray, type Write } from '../../../terminal/output.ts';
import { alignTable, printable } from '../../../terminal/table.ts';

export type ImportResult = { hotRun: boolean; written: boolean; refusedFile: string | null };

/** Prints a plan in order: encoding, rows, totals, result. */
export type PlanPrinter = {
  encoding: (encoding: Encoding) => Promise<void>;
  rows: (rows: PlannedRow[]) => Promise<void>;
  totals: (totals: ImportTotals, ends: ImportEnds) => Promise<void>;
  end: (result: ImportResult & { isRefused: boolean }) => Promise<void>;
  /** Completes the output after an error. */
  fail: (error: unknown) => Promise<void>;
};

/** For people. */
export function planInWords(write: Write, timeZone: string): PlanPrinter {
  const widths: number[] = [];
  let named = 0;
  return {
    encoding: async (encoding) => {
      if (encoding === 'utf-8') return;
      await write(`The file is read as ${encodingNames[encoding]}.\n`);
    },
    rows: async (rows) => {
      named += rows.filter(({ outcome }) => outcome !== 'refused').length;
      if (rows.length > 0) await write(`${describeRows(rows, widths)}\n`);
    },
    totals: async (totals, ends) => {
      if (ends) await write(`${describeEnds(ends, timeZone)}\n`);
      await write(`${describeTotals(totals, totals.new + totals.changed - named)}\n`);
    },
    end: async ({ isRefused, ...result }) => {
      if (!isRefused) await write(`${ending(result)}\n`);
    },
    fail: async () => {},
  };
}

/** For scripts. */
export function planAsJson(write: Write, file: string): PlanPrinter {
  const rows = jsonArray(write, '  ');
  let encoding: Encoding = 'utf-8';
  let isOpen = false;
  let isInRows = true;
  const begin = async () => {
    if (!isOpen)
      await write(`{\n  "file": ${JSON.stringify(file)},\n  "encoding": "${encoding}",\n  "rows": `);
    isOpen = true;
  };
  return {
    encoding: async (found) => {
      encoding = found;
    },
    rows: async (planned) => {
      await begin();
      for (const row of planned) await rows.add(row);
    },
    totals: async (totals) => {
      await begin();
      await rows.end();
      isInRows = false;
      await write(`,\n  "totals": ${asJson(totals).replaceAll('\n', '\n  ')}`);
    },
    end: async ({ hotRun, written, refusedFile }) => {
      const fields = asJson({ hotRun, written, refusedFile });
      await write(`,${fields.slice(1)}\n`);
      isOpen = false;
    },
    fail: async (error) => {
      if (!isOpen) return;
      if (isInRows) await rows.end();
      const reason = error instanceof Error ? error.message : String(error);
      await write(`,${asJson({ error: reason }).slice(1)}\n`);
    },
  };
}

function describeRows(rows: PlannedRow[], widths: number[]): string {
  return alignTable(
    rows.map((row) => [`row ${row.row}`, row.outcome, detailsOf(row)]),
    widths,
  );
}

function describeTotals(totals: ImportTotals, unnamed: number): string {
  const counts = `${totals.new} new, ${totals.changed} changed, ${totals.unchanged} unchanged, ${totals.refused} refused`;
  const more = `and ${unnamed} more new or changed rows: --all lists them`;
  const revoked = `revoked codes among the changed and unchanged: ${totals.revoked}; they stay revoked`;
  const notYet = `not yet valid: ${totals.notYetValid}; nobody can enter with them now`;
  const expired = `already expired: ${totals.expired}; nobody can enter with them`;
  return [
    unnamed > 0 ? more : '',
    totals.revoked > 0 ? revoked : '',
    totals.expired > 0 ? expired : '',
    totals.notYetValid > 0 ? notYet : '',
    `${totals.rows} ${totals.rows === 1 ? 'row' : 'rows'}: ${counts}`,
  ]
    .filter((text) => text !== '')
    .join('\n');
}

function describeEnds({ earliest, latest }: NonNullable<ImportEnds>, timeZone: string): string {
  const first = timeInWords(earliest, timeZone);
  return earliest === latest
    ? `valid until ${first}`
    : `valid until ${first} at the earliest, ${timeInWords(latest, timeZone)} at the latest`;
}

function ending({ hotRun, refusedFile }: ImportResult): string {
  if (!hotRun) return 'Dry run, nothing written. Add --hot-run to apply.';
  return refusedFile ? `Written. The refused rows are in ${refusedFile}.` : 'Written.';
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

/** A refused row may contain anything. */
function shorten(text: string): string {
  const characters = [...text];
  return printable(characters.length > 130 ? `${characters.slice(0, 127).join('')}...` : text);
}
