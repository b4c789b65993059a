import { type FileHandle, open as openFile, unlink } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type ExportOptions, exportLines } from '@foyer/code-files/export-codes';
import { codeLink } from '@foyer/policy';
import type { Command, Installation } from '../../command.ts';
import { Failure, WrongUsage } from '../../terminal/failure.ts';
import { interruptible } from '../../terminal/interrupt.ts';
import { oneOf } from '../../terminal/option-values.ts';
import { inBlocks, type Write } from '../../terminal/output.ts';
import { showProgress } from '../../terminal/progress.ts';
import { filterFrom, filterManual, filterOptions, refuseUnknownBatch } from './options/selection.ts';

const formats = ['csv', 'jsonl'] as const;
const options = {
  format: { type: 'string' },
  'with-texts': { type: 'boolean', default: false },
  ...filterOptions,
  'output-file': { type: 'string' },
} as const;

type Format = (typeof formats)[number];
type Exported = { rows: number; revoked: number };

export const codesExport: Command = {
  manual: {
    name: 'codes export',
    synopsis:
      '[--format csv|jsonl] [--with-texts] [--batch ID] [--label LABEL]\n  [--kind login|registration] [--output-file FILE]',
    summary: 'write the codes to a file, for a spreadsheet or an import',
    about: `Writes one row per code, in no particular order, with the fields of \`codes import\`.

Without --with-texts there is no invitation_code, and created_at and revoked_at are added: nobody can enter with the
output. With --with-texts it can be imported again, and anyone who reads it can use the codes. CSV then also has the
column link, which an import ignores. It does not say which
codes are revoked: imported into another database they would work again.`,
    options: [
      ['--format FORMAT', 'csv or jsonl (JSON Lines); default: by the name of FILE; csv on stdout'],
      ['--with-texts', 'include the texts of the codes'],
      ...filterManual,
      ['--output-file FILE', 'a new file that only you can read; default: stdout'],
    ],
    failure: 'FILE exists already, or something failed and no FILE is left',
    example: './foyer codes export --with-texts --output-file codes.csv',
  },

  async run(args, { open, print, write }) {
    const { values } = parseArgs({ args, options });
    const path = values['output-file'];
    const format = formatOf(values.format, path);
    const filter = {
      ...filterFrom(values),
      withTexts: values['with-texts'],
    };
    const exported = await open((installation) =>
      interruptible((signal) => {
        const work = (to: Write) => writeRows(installation, to, { ...filter, format, signal });
        return path === undefined ? work(write) : intoNewFile(path, work);
      }),
    );
    if (path !== undefined) print(`Wrote ${exported.rows} codes to ${path}.`);
    if (filter.withTexts && exported.revoked > 0) {
      const note = 'Imported into another database they would work again.';
      process.stderr.write(`foyer: revoked codes in the export: ${exported.revoked}. ${note}\n`);
    }
  },
};

function formatOf(named: string | undefined, path: string | undefined): Format {
  if (named !== undefined) return oneOf('--format', named, formats);
  if (path === undefined || /\.csv$/i.test(path)) return 'csv';
  if (/\.(jsonl|ndjson)$/i.test(path)) return 'jsonl';
  throw new WrongUsage('--format is missing: the name of FILE ends with neither .csv nor .jsonl');
}

async function writeRows(
  { db, keys, publicUrl }: Installation,
  write: Write,
  { format, signal, ...selected }: { format: Format; signal: AbortSignal } & ExportOptions,
): Promise<Exported> {
  await refuseUnknownBatch({ db }, selected);
  const hasLinks = format === 'csv' && selected.withTexts;
  const linkTo = (code: Parameters<typeof codeLink>[0]) => codeLink(code, publicUrl);
  const filter = { ...selected, linkOf: hasLinks ? linkTo : undefined };
  const exported = { rows: 0, revoked: 0 };
  const progress = showProgress(process.stderr);
  const output = inBlocks(write);
  for await (const { line, isRevoked } of exportLines(db, keys, { ...filter, format })) {
    if (signal.aborted) throw new Failure(`interrupted after ${exported.rows} codes`);
    if (isRevoked !== null) exported.rows++;
    if (isRevoked) exported.revoked++;
    if (!(await output.write(line))) break;
    progress.show({ step: 'exporting', rows: exported.rows, fraction: null });
  }
  await output.end();
  progress.clear();
  return exported;
}

/** Creates a file for its owner only. Deletes it when the work fails. */
async function intoNewFile<Result>(path: string, work: (write: Write) => Promise<Result>): Promise<Result> {
  const file = await openFile(path, 'wx', 0o600).catch((error) => {
    const isThere = error.code === 'EEXIST';
    throw new Failure(isThere ? `${path} exists already` : `${path} cannot be written: ${error.code}`);
  });
  try {
    return await work(writerInto(file));
  } catch (error) {
    await unlink(path);
    throw error;
  } finally {
    await file.close();
  }
}

function writerInto(file: FileHandle): Write {
  return async (text) => {
    await file.appendFile(text);
    return true;
  };
}
