import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { canonical } from './canonical.ts';
import { generate } from './generate.ts';
import { looksCutShort, readTyped } from './read-typed.ts';

const code = '7K3M-9QXA-2FV8B';
const link = `https://chat.example.org/#invite-code=${code}`;
const encoded = encodeURIComponent(link);

const found: Record<string, string[]> = {
  'a link': [
    link,
    `chat.example.org/register#invite-code=${code}`,
    `Join us: <${link}>, until Friday.`,
    `[Join](${link})`,
    `[${link}](${link})`,
    `<${link}|Join us>`,
    `#invite-code=${code}`,
    `https://chat.example.org/?invite_code=${code}&utm_source=mail`,
    `https://chat.example.org/#INVITE-CODE=${code}.`,
    `https://chat.example.org/%23invite-code=${code}`,
    `https://chat.example.org/#invite-code%3D${code}`,
    `https://chat.example.org/#invite%2Dcode%3D7K3M%2D9QXA%2D2FV8B`,
    `${link}:~:text=hello`,
    `${link}&amp;x=1`,
  ],
  'a link inside a link of a mail filter': [
    `https://eur01.safelinks.protection.outlook.com/?url=${encoded}&data=05%7C01`,
    `https://www.google.com/url?q=${encodeURIComponent(`${link}&utm=1`)}&source=gmail`,
    `https://filter.example/?u=${encodeURIComponent(`https://www.google.com/url?q=${encoded}`)}`,
    `https://urldefense.com/v3/__https://chat.example.org/*invite-code=${code}__;Iw!!abc$`,
  ],
  'a longer text': [
    `Your code: ${code}`,
    `Code ${code}, valid until Friday`,
    `code:7k3m9qxa2fv8b`,
    `Your code:\n${code}\nSee you!`,
    `Code = ${code} (${code.toLowerCase()})`,
    'Код: 7К3М–9QХА–2FV8В.',
    'あなたのコード: ７Ｋ３Ｍー９ＱＸＡー２ＦＶ８Ｂ です',
    'Your code is 7K٣M_٩QXA_٢FV٨B!',
    `Comprehensive guide. Call 4915123456789, code ${code}`,
    `Neighbourhood meeting, understandings: ${code}`,
  ],
};

for (const [kind, texts] of Object.entries(found))
  test(`a code is found in ${kind}`, () => {
    for (const text of texts) assert.equal(canonical(readTyped(text)), canonical(code), text);
  });

test('a code of own words is found in a link, with all its characters', () => {
  for (const own of ['SPRING-2027', 'café one & two', '100% yes? #1', 'a+b', 'x=y/z', '雪 2027']) {
    const written = `https://chat.example.org/#invite-code=${encodeURIComponent(own)}`;
    assert.equal(readTyped(written), own);
    assert.equal(readTyped(`https://filter.example/?url=${encodeURIComponent(written)}&x=1`), own);
  }
  assert.equal(readTyped('https://chat.example.org/?invite-code=SPRING+2027'), 'SPRING 2027');
});

test('two different codes are no code, and neither are words, numbers and longer groups', () => {
  const texts = [
    `${code} or ${generate(randomBytes)}`,
    `${link} or https://chat.example.org/#invite-code=OTHER`,
    'Our comprehensive guide: SPRING-2027',
    'Comprehensive guide',
    'Call 4915123456789 today',
    'this-time-hello, friends',
    'see 550e8400-e29b-41d4-a716-446655440000',
    `A${code} and more`,
    `${code}-XYZ and more`,
    `Code: 7K3M 9QXA 2FV8B`,
    'https://chat.example.org/#invite-code=',
    'Welcome to our meeting in spring 2027',
  ];
  for (const text of texts) assert.equal(readTyped(text), text.trim(), text);
});

test('what was found is found again, and a code alone is itself', () => {
  const part = fc.constantFrom(
    code,
    link,
    encoded,
    'SPRING-2027',
    ' ',
    '\n',
    'Code: ',
    '%23',
    '&',
    '-',
    '.',
    'ABCD',
    '12345',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(part, fc.string()), { maxLength: 6 }), (parts) => {
      const read = readTyped(parts.join(''));
      assert.equal(readTyped(read), read);
    }),
    { numRuns: 5000 },
  );
  for (let made = 0; made < 1000; made++) {
    const one = generate(randomBytes);
    assert.equal(readTyped(one), one);
    assert.equal(readTyped(`Code ${one}.`), one);
  }
});

test('a text that is too long is returned unread, and a long one is read quickly', () => {
  const long = `${'x'.repeat(1000)}${code}`;
  assert.equal(readTyped(long), long);
  for (const part of ['A', 'A1B-', 'invite-code=', 'invite-code%25', '%25', '.', 'é\u0301', '"']) {
    const text = part.repeat(1000).slice(0, 1000);
    const begun = performance.now();
    canonical(readTyped(text));
    assert.ok(performance.now() - begun < 100, part);
  }
});

test('a code that was cut short is recognized, own words and complete codes are not', () => {
  const cut = [
    '7K3M-9QXA',
    '7K3M-9QXA-',
    '7K3M–',
    '7K3M-9Q5',
    '7K3M-9QXA-2FV8',
    '7k3m9qxa2fv8',
    '7K3M 9QXA',
    'https://chat.example.org/#invite-code=7K3M-9QXA-',
    'К7М-4',
  ];
  for (const text of cut) assert.ok(looksCutShort(text), text);
  const others = [
    code,
    'K7M-4PQ',
    'SPRINGS-2027',
    'SPRING2027',
    'SPRING-2027',
    'PARK-2027',
    'hello',
    '',
    '7K3M',
    'Foyer',
  ];
  for (const text of others) assert.ok(!looksCutShort(text), text);
});
