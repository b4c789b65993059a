import { batchIdOf, type CodeFilter, findBatch } from '@foyer/invitation-codes/codes';
import type { Installation } from '../../../command.ts';
import { Failure, WrongUsage } from '../../../terminal/failure.ts';
import { kinds, oneOf } from '../../../terminal/option-values.ts';
import { printable } from '../../../terminal/table.ts';

/** Above this number of codes a change is a dry run without `--yes`. */
export const maxWithoutYes = 100;

export const filterOptions = {
  batch: { type: 'string' },
  label: { type: 'string' },
  kind: { type: 'string' },
} as const;

type FilterValues = { [Name in keyof typeof filterOptions]?: string | undefined };

export const filterManual: [string, string][] = [
  ['--batch ID', 'only codes of this batch: see `./foyer codes batches`'],
  ['--label LABEL', 'only codes with exactly this label'],
  ['--kind KIND', 'only codes of this kind, login or registration'],
];

export function filterFrom({ batch, label, kind }: FilterValues): CodeFilter {
  const id = batch === undefined ? undefined : batchIdOf(batch);
  if (id === null) throw new WrongUsage('--batch must be the id of a batch, like K7M4-PQ29');
  return { batch: id, label, kind: kind === undefined ? undefined : oneOf('--kind', kind, kinds) };
}

/** The one code that a command is for, or a filter of many. */
export type Selection = { code: string; filter: null } | { code: null; filter: CodeFilter };

export function selectionFrom(positionals: string[], values: FilterValues): Selection {
  const filter = filterFrom(values);
  const isFiltered = filter.batch !== undefined || filter.label !== undefined;
  const [code, ...more] = positionals;
  if (more.length > 0) throw new WrongUsage(`expected one CODE, not ${positionals.length}`);
  if (code !== undefined && (isFiltered || filter.kind !== undefined))
    throw new WrongUsage('use either CODE, or --batch and --label');
  if (code !== undefined) return { code, filter: null };
  if (!isFiltered) throw new WrongUsage('CODE, --batch or --label is missing');
  return { code: null, filter };
}

export async function refuseUnknownBatch({ db }: Pick<Installation, 'db'>, { batch }: CodeFilter) {
  if (batch !== undefined && !(await findBatch(db, batch)))
    throw new Failure(`there is no batch ${printable(batch)}`);
}
