import { parseArgs } from 'node:util';
import type { Command } from '../../../command.ts';
import { WrongUsage } from '../../../terminal/failure.ts';
import { selectionFrom } from '../options/selection.ts';
import { changeManual, changeOptions, changeSelected } from './change.ts';

const options = { ...changeOptions, to: { type: 'string' } } as const;

export const codesRelabel: Command = {
  manual: {
    name: 'codes relabel',
    synopsis: 'CODE | [--batch ID] [--label LABEL] [--kind KIND] --to LABEL [--yes] [--json]',
    summary: 'give a code, a batch or a label another label',
    about: `An empty LABEL removes it. A whole batch is relabelled itself, too.`,
    options: [['--to LABEL', 'the new label, up to 200 characters; required'], ...changeManual],
    failure: 'there is no such code, the label is refused, or something failed',
    example: './foyer codes relabel --batch K7M4-PQ29 --to "class 7b"',
  },

  async run(args, context) {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (values.to === undefined) throw new WrongUsage('--to LABEL is missing');
    const label = values.to.trim() || null;
    const selection = selectionFrom(positionals, values);
    await changeSelected(context, selection, { act: 'relabel', label }, { ...values, done: 'relabelled' });
  },
};
