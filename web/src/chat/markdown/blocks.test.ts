import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import Markdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { blocksOf } from './blocks.ts';
import { maxBlockMs } from './cost.ts';

const table = '| a | b |\n|---|---|\n| 1 | 2 |\n';
const code = '```js\nlet a = 1;\n\n\nlet b = "*";\n```\n';

/** Pieces of Markdown that stand by themselves, as models write them. */
const samples = [
  'A heron *stands* in the **water**.\nIt waits.\n',
  '# A heading\n',
  'Under\n=====\n',
  '- one\n- two\n  - three\n',
  '- one\n\n- two\n\n  more of two\n',
  '1. one\n2. two\n   ```sh\n   ls\n\n   ls -l\n   ```\n3. three\n',
  '- ```js\n  let a;\n\n  let b;\n  ```\n- two\n',
  '* one\n\n      code in one\n',
  '> quoted\n> - a list\n',
  '> ```\n> code\n> ```\n',
  '---\n',
  '<b>raw</b>\n',
  '    indented code\n',
  '~~~\n```\n~~~\n',
  'Text\n```\nright below\n```\nand on\n',
  '`` ` `` and ``` inline ``` code\n',
  '- [x] done\n- [ ] not done\n',
  table,
  code,
];

function drawn(text: string): string {
  return renderToStaticMarkup(createElement(Markdown, { remarkPlugins: [remarkGfm] }, text)).replaceAll(
    '\n',
    '',
  );
}

const drawnInBlocks = (message: string) =>
  blocksOf(message)
    .map(({ text }) => drawn(text))
    .join('');

for (const sample of samples) {
  test(`cut into blocks, ${JSON.stringify(sample)} is drawn as it is whole`, () => {
    for (const message of [sample, `Before.\n\n${sample}\nBehind.`, `${sample}\n\n${table}\n${sample}`])
      assert.equal(drawnInBlocks(message), drawn(message));
  });
}

test('any combination of Markdown is drawn in blocks as it is drawn whole', () => {
  const message = fc.array(fc.constantFrom(...samples), { maxLength: 8 });
  // Two lists with nothing between them are one.
  const between = fc.constantFrom('\nBetween.\n\n', '\n\n# Between\n');
  fc.assert(
    fc.property(message, between, (parts, glue) => {
      const text = parts.join(glue);
      assert.equal(drawnInBlocks(text), drawn(text));
    }),
  );
});

test('the blocks of any text are the text, and know where they begin', () => {
  const line = fc.constantFrom(
    '',
    ' ',
    '- a',
    '  b',
    '```',
    '~~~~',
    '> c',
    '1. d',
    '[e]: f',
    '    g',
    '\t',
    'h',
  );
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const message = lines.join('\n');
      const blocks = blocksOf(message);
      assert.equal(blocks.map(({ text }) => text).join(''), message);
      for (const { at, text } of blocks) assert.ok(message.startsWith(text, at));
    }),
  );
});

test('a growing message changes in its last block only', () => {
  const message = samples.join('\nBetween.\n\n');
  let before = blocksOf('');
  for (let length = 1; length <= message.length; length++) {
    const after = blocksOf(message.slice(0, length));
    const settled = before.slice(0, -1);
    assert.deepEqual(after.slice(0, settled.length), settled, message.slice(0, length));
    before = after;
  }
});

test('a long list is cut between its items, and goes on counting', () => {
  const items = Array.from({ length: 100 }, (_, at) => `${at + 1}. A heron, and what it ate on this day\n`);
  const blocks = blocksOf(items.join(''));
  assert.ok(blocks.length > 1);
  for (const { text } of blocks.slice(1)) assert.match(text, /^\d+\. /);
  const alike = blocksOf('1. A heron, and what it ate on this day\n'.repeat(100));
  assert.equal(alike.length, 1, 'items that are all a 1 are counted from the first one');
});

test('a short message with definitions of links stays whole', () => {
  const message =
    'See [the *heron*][1].\n\nAnd [another].\n\n[1]: https://a.example\n[another]: https://b.example\n';
  assert.equal(blocksOf(message).length, 1);
  assert.match(drawnInBlocks(message), /href="https:\/\/a.example"/);
});

test('in a long message the definitions of links are shown as they were written', () => {
  const message = `${'A heron stands in the water.\n\n'.repeat(500)}See [it][1].\n\n[1]: https://a.example\n`;
  const last = blocksOf(message).at(-1);
  assert.deepEqual([last?.text, last?.isPlain], ['[1]: https://a.example\n', true]);
});

const tooMuch = {
  'a word of 60,000 letters': 'a'.repeat(60_000),
  'quotes, 5,000 deep': '>'.repeat(5000),
  'lists, 5,000 deep': '- '.repeat(5000),
  'numbered lists, 20 deep': '1. '.repeat(20),
  'lists that are indented ever deeper': Array.from(
    { length: 500 },
    (_, at) => `${' '.repeat(2 * at)}- a\n`,
  ).join(''),
  'stars without end': '*a* '.repeat(3000),
  'a table of a thousand columns': `${'|a'.repeat(1000)}|\n${'|-'.repeat(1000)}|\n`,
  'a table whose rows are left empty': `${'|a'.repeat(50)}|\n${'|-'.repeat(50)}|\n${'a\n'.repeat(500)}`,
  'a line a letter': 'a\n'.repeat(4000),
  'code of 20,000 letters': `\`\`\`\n${'let a;\n'.repeat(3000)}\`\`\`\n`,
};

for (const [name, text] of Object.entries(tooMuch)) {
  test(`${name}: drawn as it was written`, () => {
    for (const message of [text, `A heron.\n\n${text}`])
      assert.equal(blocksOf(message).at(-1)?.isPlain, true, message.slice(0, 20));
  });
}

test('what models write is drawn as Markdown', () => {
  const rows = (count: number) => '| a **heron** | [a fish](https://a.example) | 12 | yes |\n'.repeat(count);
  const ordinary = [
    ...samples,
    'A heron stands in the *water* and waits for a fish. '.repeat(60),
    `| bird | fish | count | seen |\n|---|---|---|---|\n${rows(60)}`,
    `\`\`\`ts\n${'const heron = (fish) => fish.map((one) => one.name ?? "nobody"); // eats\n'.repeat(200)}\`\`\`\n`,
    '- A **heron**: it eats `fish`, and [frogs](https://a.example)\n  - and *newts*\n'.repeat(300),
    'A line of a poem, and\n'.repeat(200),
  ];
  for (const message of ordinary)
    for (const { text, isPlain } of blocksOf(message)) assert.equal(isPlain, false, text.slice(0, 60));
});

test('only the beginning of a huge message is read', () => {
  const message = 'a\n'.repeat(1_000_000);
  assert.deepEqual(
    blocksOf(message).map(({ text, isPlain }) => [text.length, isPlain]),
    [
      [300_000, true],
      [1_700_000, true],
    ],
  );
});

test('a message of any size is cut into few blocks, and the rest of it is one', () => {
  const blocks = blocksOf('A heron.\n\n'.repeat(100_000));
  assert.ok(blocks.length < 2000, String(blocks.length));
  assert.equal(blocks.at(-1)?.isPlain, true);
  assert.ok(blocks.every(({ cost }) => cost <= maxBlockMs));
});
