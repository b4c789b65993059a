import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { canonical } from './canonical.ts';
import { formerCanonical } from './former-canonical.ts';
import { format, generate, generateShortCode } from './generate.ts';
import { alphabet, generatedLength, shortAlphabet, shortLength } from './symbols.ts';

/** Characters that the function changes, beside those that a program draws by chance. */
const changed = fc.constantFrom(
  ...'\u0307\u0308\u0301\u00b4\u00b8 \u200b\u00ad\u3164-–—_./·・ーｰカİIıiΣςσÅ½⁄ﷺ…«»“”\'"()*~`٣৩𝟎𑁦K°²ﬀẞKкХх',
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: changed }),
  fc.string(),
);
const thousands = { numRuns: 5000 };

test('a canonical form is its own canonical form', () => {
  fc.assert(
    fc.property(anyText, (text) => assert.equal(canonical(canonical(text)), canonical(text))),
    thousands,
  );
});

test('every character alone, before and after a letter has a canonical form that is its own', () => {
  // Few characters beyond the first two planes change.
  for (let point = 0; point <= 0x10ffff; point += point < 0x20000 ? 1 : 97) {
    const character = String.fromCodePoint(point);
    const form = canonical(`${character}a${character}2`);
    assert.equal(canonical(form), form, `U+${point.toString(16)}`);
  }
});

test('two texts that were one code in version 0.1 are one code', () => {
  fc.assert(
    // An accent alone was a blank with a combining mark, and now is a quote.
    fc.property(anyText, (text) => {
      fc.pre(!/[\u00a8\u00b4\u00b8\u02dd\u1fbd-\u1ffe]/.test(text));
      assert.equal(canonical(formerCanonical(text)), canonical(text));
    }),
    thousands,
  );
});

test('case, and blanks and punctuation around a text, do not make another code', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      assert.equal(canonical(` \t“${text.toUpperCase()}”.\n`), canonical(text.toLowerCase()));
    }),
    thousands,
  );
});

test('a million generated codes are a million codes, and short codes with other symbols are other codes', () => {
  const forms = new Set<string>();
  for (let made = 0; made < 1_000_000; made++) forms.add(canonical(generate(randomBytes)));
  assert.equal(forms.size, 1_000_000);
  fc.assert(
    fc.property(shortSymbols, shortSymbols, (one, other) =>
      assert.equal(canonical(one) === canonical(other), one === other),
    ),
    thousands,
  );
});

const symbolsOf = (symbols: string, length: number) =>
  fc.string({ unit: fc.constantFrom(...symbols), minLength: length, maxLength: length });
const longSymbols = symbolsOf(alphabet, generatedLength);
const shortSymbols = symbolsOf(shortAlphabet, shortLength);

test('symbols are the canonical form of the code that people see, in any grouping', () => {
  fc.assert(
    fc.property(
      fc.oneof(longSymbols, shortSymbols),
      fc.constantFrom(' ', '–', '_', ' - '),
      (symbols, joint) => {
        assert.equal(canonical(format(symbols)), symbols);
        assert.equal(canonical([...symbols].join(joint)), symbols);
      },
    ),
    thousands,
  );
});

test('a generated code has 13 symbols in groups of 4, 4 and 5, a short one 6 of the short alphabet', () => {
  assert.match(generate(randomBytes), /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{5}$/);
  const short = /^[2-9BCDFGHJKMNP-TV-Z]{3}-[2-9BCDFGHJKMNP-TV-Z]{3}$/;
  for (let made = 0; made < 1000; made++) assert.match(generateShortCode(randomBytes), short);
  assert.equal(shortAlphabet.length, 28);
});

test('every symbol of a generated code comes from five bits of its own byte', () => {
  const bytes = Uint8Array.from([0, 1, 2, 9, 10, 31, 32, 63, 64, 128, 200, 254, 255]);
  assert.equal(
    generate(() => bytes),
    '0129-AZ0Z-008YZ',
  );
});

test('every symbol of a short code is equally likely: the bytes that would favour some are drawn again', () => {
  const drawn = [255, 252, 251, 0, 28, 253, 27, 1, 8, 0];
  const random = (bytes: number) => Uint8Array.from(drawn.splice(0, bytes));
  assert.equal(generateShortCode(random), 'Z22-Z3B');
  assert.deepEqual(drawn, [0]);
});

const same: Record<string, [string, string[]]> = {
  'a generated code in other groups': [
    '7k3m9qxa2fv8b',
    ['7k3m9qxa2fv8b', '7K3M 9QXA 2FV8B', '7K3M9-QXA2-FV8B'],
  ],
  'dashes of all kinds': [
    '7k3m9qxa2fv8b',
    [
      '7K3M–9QXA‑2FV8B',
      '7K3M—9QXA―2FV8B',
      '7K3M−9QXA⁻2FV8B',
      '7K3M־9QXA﹘2FV8B',
      '7K3Mー9QXAｰ2FV8B',
      '7K3M─9QXA➖2FV8B',
    ],
  ],
  'dots, slashes and low lines': [
    '7k3m9qxa2fv8b',
    [
      '7K3M_9QXA_2FV8B',
      '7K3M·9QXA·2FV8B',
      '7K3M.9QXA.2FV8B',
      '7K3M/9QXA/2FV8B',
      '7K3M・9QXA･2FV8B',
      '7K3M•9QXA∙2FV8B',
    ],
  ],
  'quotes, brackets and punctuation at its ends': [
    '7k3m9qxa2fv8b',
    [
      '(7K3M-9QXA-2FV8B).',
      '«7K3M-9QXA-2FV8B»',
      '*7K3M-9QXA-2FV8B*',
      '`7K3M-9QXA-2FV8B`',
      '´7K3M-9QXA-2FV8B´',
      '<7K3M-9QXA-2FV8B>',
      '‚7K3M-9QXA-2FV8B‘!',
      '「7K3M-9QXA-2FV8B」。',
      '- 7K3M-9QXA-2FV8B,',
      '_~7K3M-9QXA-2FV8B~_',
    ],
  ],
  'digits of other scripts': [
    '7k3m9qxa2fv8b',
    ['7K٣M-٩QXA-٢FV٨B', '۷K۳M-۹QXA-۲FV۸B', '७K३M-९QXA-२FV८B', '𝟕K𝟑M-𝟗QXA-𝟐FV𝟖B'],
  ],
  'look-alike letters': ['7k3m9qxa2fv8b', ['7К3М-9QХА-2FV8В', '7Κ3Μ-9QΧΑ-2FV8Β', '7к3м-9qха-2fv8в']],
  'wide letters': ['7k3m9qxa2fv8b', ['７Ｋ３Ｍ－９ＱＸＡ－２ＦＶ８Ｂ']],
  'invisible characters': [
    '7k3m9qxa2fv8b',
    ['\ufeff7K3M\u20119QXA\u00ad-2FV8B\u200b', '\u202a7K3M-9QXA-2FV8B\u202c', '7K3M\u2060-9QXA-2FV8B\ufe0f'],
  ],
  'O, I and L for 0, 1 and 1': ['sch001tr1p201', ['SCHOOLTRIP-201', 'schooltrip-2o1', 'SCHOOL-TRIP-2OI']],
  'a short code': ['k7m4pq', ['K7M-4PQ', 'k7m 4pq', 'K7M4PQ', 'К7М–4РQ', '(K7M.4PQ)']],
  'own words with another separator': [
    'spring-2027',
    [
      'SPRING‑2027',
      'Spring—2027',
      '“SPRING-2027”',
      'SPRING 2027',
      'spring_2027',
      'Spring  -  2027',
      'SPRING.2027',
      'spring/2027',
    ],
  ],
  'Turkish letters': [
    'girne-2027',
    ['girne-2027', 'GİRNE-2027', 'gırne-2027', 'GIRNE-2027', 'Gi\u0307rne-2027'],
  ],
  'Greek letters in capitals': ['σασ-2027', ['ΣΑΣ-2027', 'σας-2027', 'σασ 2027']],
};

for (const [kind, [form, texts]] of Object.entries(same))
  test(`these are one code: ${kind}`, () => {
    for (const text of texts) assert.equal(canonical(text), form, text);
  });

test('no separator is added to own words or dropped in them, and other letters are another code', () => {
  assert.notEqual(canonical('SPRING2027'), canonical('SPRING-2027'));
  assert.notEqual(canonical('SPRINGS-2027'), canonical('SPRING-2027'));
  assert.equal(canonical('oil-2o1'), 'oil-2o1');
  assert.equal(canonical('uuuuuuuuuuuuu'), 'uuuuuuuuuuuuu');
  assert.equal(canonical('весна-2027'), 'весна-2027');
  assert.notEqual(canonical('サーバ'), canonical('サ-バ'));
  assert.equal(canonical('C++'), 'c++');
});

test('a text that is too long is refused without parsing, whatever its characters', () => {
  const marks = `a${'\u0344'.repeat(240_000)}${'\u0316'.repeat(240_000)}`;
  assert.equal(canonical(marks), '');
  assert.equal(canonical(marks.slice(0, 1001)), '');
  // Each becomes 18 characters in its normal form.
  assert.equal(canonical('\ufdfa'.repeat(1000)), '');
});

test('invisible characters and punctuation alone are no code', () => {
  for (const text of ['\u200b', '\u2060', '\u00ad', '\u3164', ' \u200d ', '\u2800', '–', '"…"', '***'])
    assert.equal(canonical(text), '');
});
