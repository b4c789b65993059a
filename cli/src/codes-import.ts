import { parseArgs } from 'node:util';
import {
  type CheckedImport,
  checkImport,
  setRefusedAside,
  writeImport,
} from '@foyer/invitation-codes/import-codes';
import { type Command, Failure, type Installation, WrongUsage } from './command.ts';
import { asJson } from './print-code.ts';
import { describePlan } from './print-plan.ts';

/** What became of the file. */
type Result = { hotRun: boolean; written: boolean; refusedFile: string | null };

export const codesImport: Command = {
  manual: {
    name: 'codes import',
    synopsis: '--input-file FILE [--hot-run] [--reset-usage] [--skip-refused] [--json]',
    summary: 'make codes, and change codes that exist, from a file',
    about: `Prints the plan: which codes of FILE, a JSON array, are new, changed or refused. Without --hot-run nothing is
written. One refused row refuses the whole file. A code that exists is overwritten in its terms; uses that are
spent stay spent, and a revoked code stays revoked. It may run while the server runs; interrupted, it is
completed by running it again.

The fields of a row; others are refused:
  invitation_code                      the text, up to 128 characters
  invitation_type                      LOGIN or REGISTER
  allowed_usage                        how many people it admits, from 1
  remaining_usage                      how many are left, for a new code; default: allowed_usage
  valid_from, valid_until              ISO 8601, without a zone UTC, as 2027-02-01T09:00
  sensitive_personal_data_requirement  NOT_AVAILABLE (the default), NOT_REQUIRED or REQUIRED
  label                                the cohort, up to 200 characters; default: none`,
    options: [
      ['--input-file FILE', 'the file to import'],
      ['--hot-run', 'writes; default: a dry run, which checks the same and writes nothing'],
      ['--reset-usage', 'takes remaining_usage from the file for codes that exist too'],
      [
        '--skip-refused',
        'writes the good rows all the same, and the refused ones to FILE.refused.json\n(in a dry run neither)',
      ],
      ['--json', 'prints the plan as data'],
    ],
    failure: 'the file was refused, or something failed; a refused file writes nothing',
    example: './foyer codes import --input-file docs/codes.example.json --hot-run',
  },

  async run(args, { open, print, now }) {
    const { values } = parseArgs({
      args,
      options: {
        'input-file': { type: 'string' },
        'hot-run': { type: 'boolean', default: false },
        'reset-usage': { type: 'boolean', default: false },
        'skip-refused': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const path = values['input-file'];
    if (!path) throw new WrongUsage('--input-file FILE is missing');

    await open(async ({ db, keys }) => {
      const checked = await checkImport(db, keys, path, { resetUsage: values['reset-usage'] });
      const { plan } = checked;
      const isEveryRowRefused = plan.totals.refused === plan.totals.rows;
      const isRefused = plan.totals.refused > 0 && (isEveryRowRefused || !values['skip-refused']);
      if (!values.json) print(describePlan(plan));
      const hotRun = values['hot-run'];
      const result =
        hotRun && !isRefused
          ? await write({ db, keys }, checked, now)
          : { hotRun, written: false, refusedFile: null };
      if (values.json) print(asJson({ file: path, ...result, ...plan }));
      if (isRefused) throw new Failure('the file is refused, nothing is written');
      if (!values.json) print(ending(result));
    });
  },
};

async function write(
  { db, keys }: Pick<Installation, 'db' | 'keys'>,
  checked: CheckedImport,
  now: number,
): Promise<Result> {
  const refusedFile = checked.plan.totals.refused > 0 ? await setRefusedAside(checked) : null;
  await writeImport(db, keys, checked, now);
  return { hotRun: true, written: true, refusedFile };
}

function ending({ hotRun, refusedFile }: Result): string {
  if (!hotRun) return 'A dry run: nothing is written. With --hot-run it is.';
  return refusedFile ? `Written. The refused rows are in ${refusedFile}.` : 'Written.';
}
