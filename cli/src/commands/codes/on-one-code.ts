import { parseArgs } from 'node:util';
import type { CodeWithRedemptions } from '@foyer/invitation-codes/codes';
import type { Command, Installation } from '../../command.ts';
import { onlyArgument } from '../../terminal/option-values.ts';
import { printCode } from './print-code.ts';

/** A command that does something with one code, and prints the code. */
export function onOneCode(
  act: (installation: Installation, text: string, now: number) => Promise<CodeWithRedemptions | null>,
): Command['run'] {
  return async (args, { open, print, now }) => {
    const { values, positionals } = parseArgs({
      args,
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const text = onlyArgument('CODE', positionals);
    await open(async (installation) => {
      const code = await act(installation, text, now);
      print(printCode(text, code, { publicUrl: installation.publicUrl, now, json: values.json }));
    });
  };
}
