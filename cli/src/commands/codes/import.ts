import { rm } from 'node:fs/promises';
import { constants, getPriority, setPriority } from 'node:os';
import { parseArgs } from 'node:util';
import {
  type CheckedImport,
  checkImport,
  ImportRefused,
  type ImportWatch,
  importFormats,
  writeImport,
  writeRejectedRows,
} from '@foyer/code-files/import-codes';
import type { Command, Installation } from '../../command.ts';
import { Failure, WrongUsage } from '../../terminal/failure.ts';
import { interruptible } from '../../terminal/interrupt.ts';
import { oneOf } from '../../terminal/option-values.ts';
import { inBlocks } from '../../terminal/output.ts';
import { showProgress } from '../../terminal/progress.ts';
import { type ImportResult, planAsJson, planInWords } from './print-plan.ts';

/** How many new and changed rows are named on a terminal. */
const maxNamed = 100;

export const codesImport: Command = {
  manual: {
    name: 'codes import',
    synopsis:
      '--input-file FILE [--format json|jsonl|csv] [--hot-run] [--reset-usage] [--skip-refused]\n  [--all | --json]',
    summary: 'make codes, and change codes that exist, from a file',
    about: `Prints the plan: which codes of FILE are new, changed or refused. Without --hot-run nothing is written. One
refused row refuses the whole file. A code that exists is overwritten in its terms; uses that are spent stay
spent, and a revoked code stays revoked.

FILE is a JSON array of objects, JSON Lines (an object a line: .jsonl, .ndjson), or CSV with commas whose first
line names the fields (.csv), in UTF-8 and of any size. It may run while the server runs. Ctrl-C ends it after
the rows that are being written; interrupted in whatever way, the first rows of FILE are there, and running it
again completes it.

The fields of a row; others are refused, and in CSV an empty cell is a field that is left out:
  invitation_code                      the text, up to 128 characters
  invitation_type                      LOGIN or REGISTER
  allowed_usage                        how many people it admits, from 1
  remaining_usage                      how many are left, for a new code; default: allowed_usage
  valid_from, valid_until              ISO 8601, without a zone UTC, as 2027-02-01T09:00; a date alone is the
                                       beginning of that day
  sensitive_personal_data_requirement  NOT_AVAILABLE (the default), NOT_REQUIRED or REQUIRED
  label                                the cohort, up to 200 characters; default: none`,
    options: [
      ['--input-file FILE', 'the file to import'],
      ['--format FORMAT', 'json, jsonl or csv; default: what the name of FILE ends in, else json'],
      ['--hot-run', 'writes; default: a dry run, which checks the same and writes nothing'],
      ['--reset-usage', 'takes remaining_usage from the file for codes that exist too'],
      [
        '--skip-refused',
        'writes the good rows all the same, and the refused ones to FILE.refused.json\n(.jsonl, .csv; in a dry run neither)',
      ],
      [
        '--all',
        `names every row that is new or changed; default: the first ${maxNamed}, and every refused one`,
      ],
      ['--json', 'prints the whole plan as data'],
    ],
    failure: 'the file was refused, or something failed; a refused file writes nothing',
    example: './foyer codes import --input-file docs/codes.example.json --hot-run',
  },

  async run(args, { open, write, now }) {
    const { values } = parseArgs({
      args,
      options: {
        'input-file': { type: 'string' },
        format: { type: 'string' },
        'hot-run': { type: 'boolean', default: false },
        'reset-usage': { type: 'boolean', default: false },
        'skip-refused': { type: 'boolean', default: false },
        all: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const path = values['input-file'];
    if (!path) throw new WrongUsage('--input-file FILE is missing');
    const format = values.format === undefined ? undefined : oneOf('--format', values.format, importFormats);
    const hotRun = values['hot-run'];

    const progress = showProgress(process.stderr);
    const output = inBlocks(async (text) => {
      progress.clear();
      return write(text);
    });
    const printer = values.json ? planAsJson(output.write, path) : planInWords(output.write);
    const check = {
      format,
      resetUsage: values['reset-usage'],
      now,
      onPlanned: printer.rows,
      maxNamed: values.all || values.json ? undefined : maxNamed,
    };
    // Whoever enters meanwhile comes first, also where all cores are busy; threads that start later inherit it.
    setPriority(Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL));
    const importFile = async ({ db, keys }: Installation, watch: ImportWatch) => {
      using checked = await checkImport(db, keys, path, { ...check, ...watch });
      const { totals } = checked;
      await printer.totals(totals);
      await output.end();
      const isEveryRowRefused = totals.refused === totals.rows;
      const isRefused = totals.refused > 0 && (isEveryRowRefused || !values['skip-refused']);
      const result =
        hotRun && !isRefused
          ? await writeFile({ db }, checked, now, watch)
          : { hotRun, written: false, refusedFile: null };
      await printer.end({ ...result, isRefused });
      const hint = isEveryRowRefused ? '' : '; --skip-refused writes the rows that are good';
      if (isRefused) throw new Failure(`the file is refused, nothing is written${hint}`);
    };
    try {
      await open((installation) =>
        interruptible((signal) => importFile(installation, { signal, onProgress: progress.show })),
      );
    } catch (error) {
      const explained = format === undefined ? explainGuess(error, path) : error;
      await printer.fail(explained);
      throw explained;
    } finally {
      await output.end();
    }
  },
};

/** A file that was taken for JSON because its name ends in nothing that is known may be something else. */
function explainGuess(error: unknown, path: string): unknown {
  const isGuess = !/\.(json|jsonl|ndjson)$/i.test(path);
  if (!isGuess || !(error instanceof ImportRefused) || !/JSON/.test(error.message)) return error;
  return new Failure(`${error.message}. Its name does not say how it is written: --format does`);
}

async function writeFile(
  { db }: Pick<Installation, 'db'>,
  checked: CheckedImport,
  now: number,
  watch: ImportWatch,
): Promise<ImportResult> {
  const refusedFile = checked.totals.refused > 0 ? await writeRejectedRows(checked) : null;
  try {
    await writeImport(db, checked, now, watch);
  } catch (error) {
    // The same import makes the file again.
    if (refusedFile) await rm(refusedFile, { force: true });
    throw error;
  }
  return { hotRun: true, written: true, refusedFile };
}
