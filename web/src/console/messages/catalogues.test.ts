import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Language, languages, operatorRefusals } from '@foyer/policy';
import { setFormat } from '../../messages/current-format.ts';
import { catalogues } from './catalogues.ts';
import * as texts from './en/console.ts';

/** Every text by its path; the functions are called with words in their slots. */
function textsOf(value: unknown, path: string): (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return slots(path).map((args) => [path, [value(...args)].flat().join('')]);
  return Object.entries(value ?? {}).flatMap(([name, inner]) => textsOf(inner, `${path}.${name}`));
}

/** Counts of one and of many, names, and a part that is drawn in its own way. */
function slots(path: string): unknown[][] {
  const draw = (text: string) => text;
  if (/terms\.(guests|accounts)$/.test(path)) return [1, 3].map((count) => [count, '1 May', '2 May', draw]);
  if (/terms\.left$/.test(path)) return [0, 1, 3].map((count) => [count, draw]);
  if (/room\.left$/.test(path)) return [90_000, 9_000_000, 999_000_000].map((ms) => [ms, draw]);
  if (/(room\.in|make\.sum)$/.test(path)) return [1, 3].map((count) => [count, count, draw]);
  if (/batchEnds$/.test(path)) return [1, 3].map((count) => ['Spring', count, '2 May']);
  if (/chart\.summary$/.test(path)) return [['Uses', '1 May', '2 May', 3, 1]];
  if (/chart\.on$|warnings\.codeLow$|extend\.done$/.test(path))
    return /codeLow/.test(path)
      ? [
          ['Spring', 1],
          ['Spring', 3],
        ]
      : [
          [1, '2 May'],
          [3, '2 May'],
        ];
  if (/madeBy|codeEnds|waiting$|audit\.change|imports\.change/.test(path))
    return [['Spring', '2 May', '3 May']];
  if (takesName.test(path)) return [['Spring']];
  return [1, 3].map((count) => [count, count, 2]);
}

const takesName =
  /notOperator|choose$|codes\.from$|code\.title$|edit\.(from|until)$|room\.notYet|unnamed|failed$|of(Guest|Member|Batch)$|gaveMore|blocked$|erased$|isOperator$|Question\.title$|since$|firstWaiting|tokens\.(created|lastUsed|revoked)$|isDefault|ignored|invalidInput|setUp\.text$/;

const all = textsOf(texts, 'texts');
const translated = languages.filter((language) => language !== 'en');

async function textsIn(language: Language) {
  setFormat(language);
  return textsOf(await catalogues[language](), 'texts');
}

test('every slot of the console’s texts is filled in every language, for one and for many', async () => {
  assert.ok(all.length > 400, String(all.length));
  for (const language of languages) {
    for (const [path, text] of await textsIn(language)) {
      assert.ok(text.trim().length > 0, `${language} ${path}`);
      assert.doesNotMatch(text, /undefined|NaN|\[object|=>|[{}$]/, `${language} ${path}: ${text}`);
    }
  }
});

test('the console is written in the letters of its language, and names stay as they are', async () => {
  const names = /CSV|JSON Lines|JSON|PDF|QR|API|PUBLIC_URL|K7M-4PQ|\.\/foyer operator add EMAIL/g;
  const slots = /Spring|May|Uses|Foyer/g;
  const english = await textsIn('en');
  for (const language of translated) {
    const told = await textsIn(language);
    for (const [index, [path, text]] of told.entries()) {
      const [, original] = english[index] ?? [];
      for (const name of original?.match(names) ?? [])
        assert.ok(text.includes(name), `${language} ${path} has no ${name}: ${text}`);
      if (language === 'uk' || language === 'ar')
        assert.doesNotMatch(text.replace(names, '').replace(slots, ''), /[a-z]{2,}/i, `${language} ${path}`);
    }
  }
});

test('every text of the console is translated', async () => {
  const english = Map.groupBy(all, ([path]) => path);
  const shared =
    /^(Codes?|Code Spring|Chats?|Link|Imports?|Name|Assistant|Messages?|Tokens?|\d+ (chats?|codes|messages?))$/;
  const isOnlyNames = (text: string) => !/\p{L}{2,}/u.test(text.replaceAll(/Spring|\d May/g, ''));
  for (const language of translated) {
    const told = await textsIn(language);
    const left = told.filter(
      ([path, text]) =>
        english.get(path)?.some(([, original]) => original === text) &&
        !shared.test(text) &&
        !isOnlyNames(text),
    );
    assert.deepEqual(left, [], language);
  }
});

test('punctuation is that of the language', async () => {
  const wrong: Partial<Record<Language, RegExp>> = {
    de: /['"“](?=\p{L})|\.\.\./u,
    fr: /['"“”]| [:;?!»]|« |(?<!\u00a0)[;?!»]|«(?!\u00a0)|\.\.\./u,
    es: /['"“”]|^[^¿]*\?|\.\.\./u,
    pt: /['"«»„]|\.\.\./u,
  };
  for (const [language, marks] of Object.entries(wrong)) {
    const told = await textsIn(language as Language);
    assert.deepEqual(
      told.filter(([, text]) => marks.test(text)),
      [],
      language,
    );
  }
});

test('counts follow the plural forms of the language', async () => {
  const told: Partial<Record<Language, string[]>> = {
    de: ['Einen Code widerrufen', '2 Codes widerrufen', '5 Codes widerrufen', '21 Codes widerrufen'],
    fr: ['Révoquer 1 code', 'Révoquer 2 codes', 'Révoquer 5 codes', 'Révoquer 21 codes'],
    es: ['Anular un código', 'Anular 2 códigos', 'Anular 5 códigos', 'Anular 21 códigos'],
    pt: ['Anular um código', 'Anular 2 códigos', 'Anular 5 códigos', 'Anular 21 códigos'],
    sw: ['Batilisha msimbo mmoja', 'Batilisha misimbo 2', 'Batilisha misimbo 5', 'Batilisha misimbo 21'],
    uk: ['Відкликати 1 код', 'Відкликати 2 коди', 'Відкликати 5 кодів', 'Відкликати 21 код'],
    ar: ['إبطال رمز واحد', 'إبطال رمزين', 'إبطال 5 رموز', 'إبطال 21 رمزًا'],
  };
  for (const [language, lines] of Object.entries(told)) {
    setFormat(language as Language);
    const { codes } = await catalogues[language as Language]();
    assert.deepEqual([1, 2, 5, 21].map(codes.revoke.button), lines);
  }
});

test('none and a million are said in French as the French say them', async () => {
  setFormat('fr');
  const { code, codes, make } = await catalogues.fr();
  assert.match(codes.sums(0, 0, 0), /^0 code, dont 0 ouvert\./);
  assert.match(code.terms.budget(2_000_000), /2\s000\s000 de jetons/);
  assert.equal(code.edit.allowed(9, 3, 3), 'Plus personne ne peut entrer.');
  assert.equal(make.button(1), 'Créer 1 code');
});

test('no sentence in Ukrainian ends with a date, which brings a full stop of its own', async () => {
  const date = (text: string) => `${text} р.`;
  setFormat('uk');
  const { code, codes } = await catalogues.uk();
  for (const text of [
    code.edit.until(date('2 травня 2027')),
    code.edit.from(date('2 травня 2027')),
    codes.extend.done(3, date('2 травня 2027')),
    code.terms.guests(3, date('1 травня 2027'), date('2 травня 2027'), (words) => words).join(''),
  ])
    assert.doesNotMatch(text, /\.\./, text);
});

test('operators are addressed politely', async () => {
  const familiar: Partial<Record<Language, RegExp>> = {
    de: /\b(du|dich|dir|dein\w*|euch|euer)\b/i,
    fr: /(?<![\p{L}])(tu|toi|ton|tes)(?![\p{L}])/iu,
    es: /(?<![\p{L}])(tú|tu|tus|te|contigo)(?![\p{L}])/iu,
    pt: /(?<![\p{L}])(tu|teu|tua|teus|tuas|contigo)(?![\p{L}])/iu,
    uk: /(?<![\p{L}])(ти|тебе|тобі|твій|твоя|твої|ви|вас|вам|ваш\p{L}*)(?![\p{L}])/u,
  };
  for (const [language, words] of Object.entries(familiar)) {
    const told = await textsIn(language as Language);
    assert.deepEqual(
      told.filter(([, text]) => words.test(text)),
      [],
    );
  }
});

test('every refusal that operators meet has a sentence', () => {
  for (const code of Object.keys(operatorRefusals)) assert.ok(code in texts.errors, code);
});

test('one thing has one word', () => {
  const avoided = /e-mail|signed in|sign in|whoever|go on|way in|invite code|access code/i;
  assert.deepEqual(
    all.filter(([, text]) => avoided.test(text)),
    [],
  );
});
