import { parseArgs } from 'node:util';
import { type Batch, listBatches } from '@foyer/invitation-codes/codes';
import type { Command } from '../../command.ts';
import { asJson, isoTime, shortTime } from '../../terminal/format.ts';
import { alignTable, printable } from '../../terminal/table.ts';

export const codesBatches: Command = {
  manual: {
    name: 'codes batches',
    synopsis: '[--json]',
    summary: 'list the batches of codes, newest first',
    about: `A batch is what one \`codes create\` or one \`codes import\` made. CODES counts the codes that it made; the codes that an
import changed stay in their own batches. \`--batch ID\` selects the codes of a batch in show, list, print, export,
revoke, restore, extend and relabel.`,
    options: [['--json', 'print an array of objects']],
    failure: 'something failed',
    example: './foyer codes batches',
  },

  async run(args, { open, print }) {
    const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } });
    const batches = await open(({ db }) => listBatches(db));
    if (values.json) return print(asJson(batches.map(batchAsJson)));
    const head = ['BATCH', 'CREATED', 'BY', 'CODES', 'LABEL', 'NOTE'];
    print(batches.length === 0 ? 'No batches found.' : alignTable([head, ...batches.map(cellsOf)]));
  },
};

function batchAsJson({ id, createdAt, ...others }: Batch) {
  return { batch: id, createdAt: isoTime(createdAt), ...others };
}

function cellsOf({ id, createdAt, createdBy, codes, label, note }: Batch): string[] {
  return [
    id,
    shortTime(createdAt),
    createdBy,
    String(codes),
    printable(label ?? '-'),
    printable(note ?? '-'),
  ];
}
