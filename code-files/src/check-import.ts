import type { CodeKeys } from '@foyer/invitation-codes/seal';
import type { InvitationTables } from '@foyer/invitation-codes/tables';
import type { Kysely } from 'kysely';
import { compareRows, type ImportEnds } from './plan/compare.ts';
import type { ImportOptions, ImportTotals, PlannedRow } from './plan/plan.ts';
import type { ImportProgress, ImportWatch } from './progress.ts';
import { encodingOf } from './read/encoding.ts';
import { type Encoding, ImportRefused, type TextFile } from './read/file.ts';
import { formatOf, type ImportFormat, isObjectsPerLine } from './read/format.ts';
import { stageFile } from './stage/stage-file.ts';
import { openStaging, type Staging } from './stage/staging.ts';

/** A file that was read and planned. Its rows stay on the disk until it is disposed. */
export type CheckedImport = Disposable & {
  path: string;
  file: TextFile;
  format: ImportFormat;
  digest: string;
  totals: ImportTotals;
  ends: ImportEnds;
  options: ImportOptions;
  staging: Staging;
};

export type CheckOptions = ImportOptions &
  ImportWatch & {
    /** Default: by the file's name. */
    format?: ImportFormat;
    onEncoding?: (encoding: Encoding) => void | Promise<void>;
    /** Gets the plan in the order of the file, without the unchanged rows. */
    onPlanned?: (rows: PlannedRow[]) => void | Promise<void>;
    now?: number;
    /** Maximum of new and changed rows for `onPlanned`, which always gets all refused rows. Default: no limit. */
    maxNamed?: number;
  };

/** Reads a file of codes and plans its import. Writes nothing. Throws `ImportRefused` for a file that is not readable as codes. */
export async function checkImport(
  db: Kysely<InvitationTables>,
  keys: CodeKeys,
  path: string,
  options: CheckOptions = {},
): Promise<CheckedImport> {
  const { resetUsage = false, now = Date.now() } = options;
  const file = { path, encoding: await encodingOf(path) };
  const named = options.format ?? formatOf(path);
  const format = named === 'json' && (await isObjectsPerLine(file)) ? 'jsonl' : named;
  await options.onEncoding?.(file.encoding);
  const staging = openStaging();
  const report = (step: ImportProgress['step']) => (rows: number, fraction: number) => {
    if (options.signal?.aborted) throw new ImportRefused('interrupted: nothing is written');
    options.onProgress?.({ step, rows, fraction });
  };
  try {
    const { rows, digest } = await stageFile({ keys, file, format, staging }, report('reading'));
    const { totals, ends } = await compareRows(
      db,
      { keys, staging, rows },
      { ...options, now },
      report('comparing'),
    );
    const dispose = () => staging[Symbol.dispose]();
    return {
      path,
      file,
      format,
      digest,
      totals,
      ends,
      options: { resetUsage },
      staging,
      [Symbol.dispose]: dispose,
    };
  } catch (error) {
    staging[Symbol.dispose]();
    throw error;
  }
}
