import { format } from '../../../messages/current-format.ts';

const rowsOf = (count: number) =>
  format.plural(count, { one: 'one row', other: `${format.number(count)} rows` });

/** Importing a file of codes. */
export const imports = {
  title: 'Import codes',
  text: 'A file with codes, as CSV, JSON or JSON Lines. You see what it would change before anything is written.',
  drop: 'Drop a file here, or',
  choose: 'Choose a file',
  dropLabel: 'File with codes',
  resetUsage: 'Take the remaining uses from the file',
  resetUsageHint: 'Without this, uses that are spent stay spent.',
  uploading: 'Sending the file…',
  earlier: 'Imports',
  states: {
    uploading: 'Being sent',
    reading: 'Being read',
    planned: 'Ready to import',
    writing: 'Being written',
    written: 'Imported',
    failed: 'Failed',
  },
  progress: {
    reading: (rows: number) => `Reading: ${rowsOf(rows)} so far.`,
    comparing: (rows: number) => `Comparing with the codes that exist: ${rowsOf(rows)} so far.`,
    writing: (rows: number) => `Writing: ${rowsOf(rows)} so far.`,
    closeTab: 'You can close this page. The import goes on.',
    label: 'Progress',
  },
  totals: { new: 'New', changed: 'Changed', unchanged: 'Unchanged', refused: 'Refused', rows: 'Rows' },
  plan: 'What the file would change',
  planDone: 'What the file changed',
  outcomes: { all: 'Every row', new: 'New', changed: 'Changed', refused: 'Refused' },
  outcome: 'Outcome',
  find: 'Find in the plan',
  columns: { row: 'Row', outcome: 'Outcome', code: 'Code', what: 'What' },
  change: (field: string, from: string, to: string) => `${field}: ${from} → ${to}`,
  nothing: 'nothing',
  refused: (count: number) =>
    format.plural(count, {
      one: 'One row is refused. Correct it in the file and choose the file again, or import the others.',
      other: `${format.number(count)} rows are refused. Correct them in the file and choose the file again, or import the others.`,
    }),
  nothingToWrite: 'The file changes nothing.',
  button: (count: number) => `Import ${rowsOf(count)}`,
  buttonSkipping: (count: number) => `Import the other ${rowsOf(count)}`,
  written: (count: number) =>
    format.plural(count, {
      one: 'One row is imported.',
      other: `${format.number(count)} rows are imported.`,
    }),
  stop: 'Stop the import',
  stopText: 'Rows that are written stay. The same file completes it later.',
  another: 'Import another file',
  toCodes: 'Open the codes',
  failed: (why: string) => `The import failed: ${why}`,
};
