import type { ParseArgsOptionsConfig } from 'node:util';
import {
  ChangeRefused,
  type CodeChange,
  type CodeFilter,
  changeCode,
  changeCodes,
  checkChange,
} from '@foyer/invitation-codes/codes';
import type { Context, Installation } from '../../command.ts';
import { Failure } from '../../terminal/failure.ts';
import { asJson } from '../../terminal/format.ts';
import { counted, printable } from '../../terminal/table.ts';
import {
  filterManual,
  filterOptions,
  maxWithoutYes,
  refuseUnknownBatch,
  type Selection,
} from './options/selection.ts';
import { printCode } from './output/print-code.ts';

export const changeOptions = {
  ...filterOptions,
  yes: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const satisfies ParseArgsOptionsConfig;

export const changeManual: [string, string][] = [
  ...filterManual,
  ['--yes', `change more than ${maxWithoutYes} codes; without it that is a dry run`],
  ['--json', 'print the code as an object; for many { "codes", "changed" }'],
];

type Flags = { yes: boolean; json: boolean };

/** Changes one code and prints it, or changes many and says how many. `done` is a verb like `revoked`. */
export async function changeSelected(
  { open, print, now }: Pick<Context, 'open' | 'print' | 'now'>,
  selection: Selection,
  change: CodeChange,
  { yes, json, done }: Flags & { done: string },
): Promise<void> {
  await open(async (installation) => {
    const { db, keys, publicUrl } = installation;
    try {
      if (selection.code !== null) {
        const code = await changeCode(db, keys, selection.code, change);
        return print(printCode(selection.code, code, { publicUrl, now, json }));
      }
      const { codes, changed } = await changeMany(installation, selection.filter, change, yes);
      if (json) return print(asJson({ codes, changed }));
      print(changed ? `${counted(codes, 'code')} ${done}.` : dryRun(codes, 'code'));
    } catch (error) {
      if (error instanceof ChangeRefused)
        throw new Failure(
          `${printable(error.code)} is refused, nothing is changed: ${inWords(change)} ${error.message}`,
        );
      throw error;
    }
  });
}

export function dryRun(count: number, one: string): string {
  return `Dry run, nothing changed. This touches ${counted(count, one)}. Add --yes to apply.`;
}

async function changeMany({ db, keys }: Installation, filter: CodeFilter, change: CodeChange, yes: boolean) {
  await refuseUnknownBatch({ db }, filter);
  const codes = await checkChange(db, keys, filter, change);
  if (codes === 0) throw new Failure('no code matches');
  if (codes > maxWithoutYes && !yes) return { codes, changed: false };
  return { codes: await changeCodes(db, keys, filter, change), changed: true };
}

function inWords({ act }: CodeChange): string {
  return act === 'relabel' ? 'the label' : 'the end';
}
