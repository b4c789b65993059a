import type { ParseArgsOptionsConfig } from 'node:util';
import {
  ChangeRefused,
  type CodeChange,
  type CodeFilter,
  changeCode,
  changeCodes,
  checkChange,
} from '@foyer/invitation-codes/codes';
import { command, noteAct } from '@foyer/server/audit';
import type { Context, Installation } from '../../../command.ts';
import { Failure } from '../../../terminal/failure.ts';
import { asJson } from '../../../terminal/format.ts';
import { counted, printable } from '../../../terminal/table.ts';
import { idOfCode, selectedBy } from '../acts.ts';
import {
  filterManual,
  filterOptions,
  maxWithoutYes,
  refuseUnknownBatch,
  type Selection,
} from '../options/selection.ts';
import { printCode } from '../output/print-code.ts';

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
        const text = selection.code;
        const code = await db.transaction().execute(async () => {
          const changed = await changeCode(db, keys, text, change);
          const act = {
            ...actOf(change),
            on: 'code',
            id: await idOfCode(installation, text),
            count: 1,
          } as const;
          if (changed) await noteAct(db, command, act, now);
          return changed;
        });
        return print(printCode(text, code, { publicUrl, now, json }));
      }
      const { codes, changed } = await changeMany(installation, selection.filter, { change, yes, now });
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

async function changeMany(
  { db, keys }: Installation,
  filter: CodeFilter,
  { change, yes, now }: { change: CodeChange; yes: boolean; now: number },
) {
  await refuseUnknownBatch({ db }, filter);
  const codes = await checkChange(db, keys, filter, change);
  if (codes === 0) throw new Failure('no code matches');
  if (codes > maxWithoutYes && !yes) return { codes, changed: false };
  const { act, after } = actOf(change);
  // An order: the log first. An act on many codes that is cut off is there.
  await noteAct(db, command, { act, count: codes, ...selectedBy(filter, after) }, now);
  return { codes: await changeCodes(db, keys, filter, change), changed: true };
}

function actOf({ act, ...after }: CodeChange): { act: string; after: object } {
  return { act: `code.${act}`, after };
}

function inWords({ act }: CodeChange): string {
  return act === 'relabel' ? 'the label' : 'the end';
}
