import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { AssistantProblem } from './assistant.ts';
import { parseAssistant } from './parse-assistant.ts';

const fileWith = (yaml: string, prompt = 'You advise tenants.') => `---\n${yaml}\n---\n${prompt}\n`;

/** The line and the message of what is wrong. */
const problemOf = (text: string): [number | null, string] => {
  try {
    parseAssistant(text);
  } catch (error) {
    assert.ok(error instanceof AssistantProblem, String(error));
    assert.doesNotMatch(error.message, /\n/);
    return [error.line, error.message];
  }
  return [null, 'nothing is wrong'];
};

test('a file says who the assistant is, and its text is the prompt', () => {
  const text = fileWith(
    [
      'name: Wren',
      'greeting: |',
      '  Hello, I am Wren.',
      '  I know about rent.',
      'beginnings:',
      '  - My heating is broken',
      '  - "Deposit: what now?"',
      'model: large',
      'temperature: 0.3',
      'picture: pictures/wren.png',
      'language: de',
      'help: [Helpline 0800 111 0 111]',
      'knowledge: housing/leaflets',
    ].join('\n'),
    '# Rules\n\n---\n\nBe brief.',
  );
  const expected = {
    name: 'Wren',
    greeting: 'Hello, I am Wren.\nI know about rent.',
    beginnings: ['My heating is broken', 'Deposit: what now?'],
    model: 'large',
    temperature: 0.3,
    picture: 'pictures/wren.png',
    language: 'de',
    help: ['Helpline 0800 111 0 111'],
    knowledge: 'housing/leaflets',
    prompt: '# Rules\n\n---\n\nBe brief.',
  };
  assert.deepEqual(parseAssistant(text), expected);
  assert.deepEqual(parseAssistant(`\uFEFF${text.replaceAll('\n', '\r\n')}`), expected);
});

test('only a name and a prompt are needed, and an empty field counts as none', () => {
  const { name, greeting, beginnings, help, model } = parseAssistant(
    fileWith('name: Wren\ngreeting:\nhelp:'),
  );
  assert.deepEqual([name, greeting, beginnings, help, model], ['Wren', null, [], [], null]);
});

test('words and numbers stay as they are written', () => {
  const { name, help } = parseAssistant(fileWith('name: No\nhelp:\n  - 0800111\n  - 116 123\n  - ~'));
  assert.deepEqual([name, help], ['No', ['0800111', '116 123', '~']]);
});

test('a mistake is named with its line', () => {
  const wrong: [string, number, RegExp][] = [
    ['Hello', 1, /first line must be ---/],
    ['', 1, /first line must be ---/],
    ['---\nname: Wren\n', 1, /second line --- is missing/],
    [fileWith('name: Wren', ''), 4, /prompt is missing/],
    [fileWith(''), 1, /name: it is missing/],
    [fileWith('- a\n- b'), 1, /name: it is missing/],
    [fileWith('greeting: hi'), 1, /name: it is missing/],
    [fileWith('name: Wren\ncolour: red'), 3, /no field colour; the fields are name, greeting/],
    [fileWith('name: Wren\nhelp:\n  - Emergency: 112'), 4, /help: .*in quotes/],
    [fileWith('name: Wren\nhelp: 112'), 3, /help: a list is expected/],
    [fileWith('name: [a]'), 2, /name: a text is expected/],
    [fileWith(`name: ${'x'.repeat(61)}`), 2, /name: at most 60/],
    [fileWith('name: "a\\nb"'), 2, /name: one line/],
    [fileWith('name: "a\\u0000b"'), 2, /name: one line/],
    [fileWith(`name: W\ngreeting: ${'x'.repeat(501)}`), 3, /greeting: at most 500/],
    [fileWith('name: W\nbeginnings: [a, b, c, d, e]'), 3, /beginnings: at most 4/],
    [fileWith(`name: W\nbeginnings:\n- a\n- ${'x'.repeat(201)}`), 5, /beginnings: at most 200/],
    [fileWith('name: W\ntemperature: 3'), 3, /temperature: a number from 0 to 2/],
    [fileWith('name: W\ntemperature: warm'), 3, /temperature: a number from 0 to 2/],
    [fileWith('name: W\nlanguage: deutsch!'), 3, /language: a language tag/],
    [fileWith('name: W\npicture: me.svg'), 3, /picture: a \.png, \.jpg or \.webp/],
    [fileWith('name: W\nname: X'), 3, /unique/],
    [fileWith('name: W\ngreeting: I know this: rent'), 3, /colon must be in quotes/],
    [fileWith('name: "W'), 2, /./],
  ];
  for (const [text, line, message] of wrong) {
    const [foundLine, found] = problemOf(text);
    assert.match(found, message, text.slice(0, 80));
    assert.equal(foundLine, line, `${text.slice(0, 80)}: ${found}`);
  }
});

test('no path leads out of the folder', () => {
  for (const path of [
    '../x',
    'a/../../x',
    '/etc',
    'a//b',
    './a',
    '.git',
    'a/.ssh',
    'C:x',
    'a\\\\b',
    '"a\\0b"',
  ])
    for (const field of ['knowledge', 'picture'])
      assert.match(problemOf(fileWith(`name: W\n${field}: ${path}`))[1], new RegExp(`^${field}: `), path);
});

test('hostile files are refused, quickly', () => {
  const started = performance.now();
  const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]'];
  for (const [i, name] of [...'bcdefghi'].entries()) {
    const before = 'abcdefgh'[i];
    bomb.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(',')}]`);
  }
  const hostile = [
    fileWith(bomb.join('\n')),
    fileWith('name: *none'),
    fileWith(`name: ${'['.repeat(9000)}`),
    fileWith(`name: ${'{a: '.repeat(4000)}`),
    fileWith(`name: Wren\n${'x: y\n'.repeat(10_000)}`),
    fileWith('name: !!js/function "function(){}"'),
    fileWith('__proto__: {name: W}'),
    fileWith('constructor: x\nname: W'),
    fileWith('? [a, b]\n: c\nname: W'),
    fileWith('name: Wren', 'x'.repeat(100_001)),
    `---${'\n'.repeat(200_000)}`,
  ];
  for (const text of hostile) assert.notEqual(problemOf(text)[1], 'nothing is wrong', text.slice(0, 60));
  assert.ok(performance.now() - started < 5000);
});

test('whatever is in a file, it is read or refused with one line', () => {
  const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string());
  fc.assert(
    fc.property(anyText, anyText, (yaml, prompt) => {
      for (const text of [yaml, fileWith(yaml, prompt), fileWith(`name: ${yaml}`, prompt)]) problemOf(text);
    }),
  );
});
