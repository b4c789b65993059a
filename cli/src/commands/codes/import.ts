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
import { assistantIds } from '@foyer/server/assistants';
import { command, noteAct } from '@foyer/server/audit';
import type { Command, Installation } from '../../command.ts';
import { Failure, WrongUsage } from '../../terminal/failure.ts';
import { interruptible } from '../../terminal/interrupt.ts';
import { oneOf } from '../../terminal/option-values.ts';
import { inBlocks } from '../../terminal/output.ts';
import { showProgress } from '../../terminal/progress.ts';
import { type ImportResult, planAsJson, planInWords } from './output/print-plan.ts';

const maxNamed = 100;

const options = {
  'input-file': { type: 'string' },
  format: { type: 'string' },
  'hot-run': { type: 'boolean', default: false },
  'reset-usage': { type: 'boolean', default: false },
  'skip-refused': { type: 'boolean', default: false },
  all: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

export const codesImport: Command = {
  manual: {
    name: 'codes import',
    synopsis:
      '--input-file FILE [--format json|jsonl|csv] [--hot-run] [--reset-usage] [--skip-refused]\n  [--all | --json]',
    summary: 'create and change codes from a file',
    about: `Prints the plan: which codes of FILE are new, changed or refused. Without --hot-run it writes nothing. One refused
row refuses the whole file. An existing code gets the terms of its row. Spent uses stay spent, and a revoked code
stays revoked.

FILE is a JSON array of objects, JSON Lines (one object per line: .jsonl, .ndjson), or CSV with a header (.csv), of any
size. CSV may be separated by commas, semicolons or tabs. Text may be UTF-8 or UTF-16; bytes that are neither are read
as Windows-1252. The server may run meanwhile. Ctrl-C stops after the current block of rows. After
an interruption the first rows of FILE are written; run the same import again to complete it.

The fields of a row. Other fields are refused. In CSV an empty cell is a missing field.
  invitation_code                      the text, up to 128 characters
  invitation_type                      LOGIN or REGISTER
  allowed_usage                        how many people can use it, from 1
  remaining_usage                      how many uses are left, for a new code; default: allowed_usage
  valid_from, valid_until              ISO 8601, in UTC unless it has a zone, like 2027-02-01T09:00; a date alone
                                       is the whole day: its start, or its end
  sensitive_personal_data_requirement  NOT_AVAILABLE (the default), NOT_REQUIRED or REQUIRED
  label                                the cohort, up to 200 characters; default: none
  assistant                            which assistant people meet; default: the default assistant
  messages_per_person                  how many messages each person may send in all; default: no limit
  messages_per_day                     the same for each day, until midnight in TIME_ZONE
  token_budget                         how many tokens all people of the code may use together
  minutes_per_person                   LOGIN only: how long each guest may stay
  people_at_once                       LOGIN only: how many guests may be in at the same time
  language                             the language of pages and cards, like de or pt-BR`,
    options: [
      ['--input-file FILE', 'the file to import'],
      ['--format FORMAT', 'json, jsonl or csv; default: by the name of FILE, else json'],
      ['--hot-run', 'write; default: a dry run, with the same checks, that writes nothing'],
      ['--reset-usage', 'take remaining_usage from the file for existing codes too'],
      [
        '--skip-refused',
        'write the valid rows anyway, and the refused ones to FILE.refused.json\n(.jsonl, .csv); a dry run writes neither',
      ],
      [
        '--all',
        `list every new or changed row; default: the first ${maxNamed}; refused rows are always listed`,
      ],
      ['--json', 'print the whole plan as JSON'],
    ],
    failure: 'the file was refused and nothing is written, or something failed',
    example: './foyer codes import --input-file docs/codes.example.json --hot-run',
  },

  async run(args, { settings: read, open, write, now }) {
    const { values } = parseArgs({ args, options });
    const path = values['input-file'];
    if (!path) throw new WrongUsage('--input-file FILE is missing');
    const format = values.format === undefined ? undefined : oneOf('--format', values.format, importFormats);
    const hotRun = values['hot-run'];

    const progress = showProgress(process.stderr);
    const output = inBlocks(async (text) => {
      progress.clear();
      return write(text);
    });
    const settings = await read();
    const printer = values.json
      ? planAsJson(output.write, path)
      : planInWords(output.write, settings.limits.timeZone);
    const check = {
      format,
      resetUsage: values['reset-usage'],
      now,
      assistants: await assistantIds(settings),
      onEncoding: printer.encoding,
      onPlanned: printer.rows,
      maxNamed: values.all || values.json ? undefined : maxNamed,
    };
    // People who enter meanwhile come first, even when all cores are busy. Later threads inherit the priority.
    setPriority(Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL));
    const importFile = async ({ db, keys }: Installation, watch: ImportWatch) => {
      using checked = await checkImport(db, keys, path, { ...check, ...watch });
      const { totals } = checked;
      await printer.totals(totals, checked.ends);
      await output.end();
      const isEveryRowRefused = totals.refused === totals.rows;
      const isRefused = totals.refused > 0 && (isEveryRowRefused || !values['skip-refused']);
      const result =
        hotRun && !isRefused
          ? await writeFile({ db }, checked, now, watch)
          : { hotRun, written: false, refusedFile: null };
      await printer.end({ ...result, isRefused });
      const hint = isEveryRowRefused ? '' : '; --skip-refused writes the valid rows';
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

/** Files with an unknown ending are read as JSON, but may be something else. */
function explainGuess(error: unknown, path: string): unknown {
  const isGuess = !/\.(json|jsonl|ndjson)$/i.test(path);
  if (!isGuess || !(error instanceof ImportRefused) || !/JSON/.test(error.message)) return error;
  return new Failure(`${error.message}. Set the format with --format: the file's name does not show it`);
}

async function writeFile(
  { db }: Pick<Installation, 'db'>,
  checked: CheckedImport,
  now: number,
  watch: ImportWatch,
): Promise<ImportResult> {
  const refusedFile = checked.totals.refused > 0 ? await writeRejectedRows(checked) : null;
  try {
    const { new: made, changed } = checked.totals;
    const after = { new: made, changed };
    const act = { act: 'code.import', on: 'selection', id: null, count: made + changed, after } as const;
    // Before the first block: an import that is cut off is in the log.
    await noteAct(db, command, act, now);
    await writeImport(db, checked, now, watch);
  } catch (error) {
    // The next import creates the file again.
    if (refusedFile) await rm(refusedFile, { force: true });
    throw error;
  }
  return { hotRun: true, written: true, refusedFile };
}
