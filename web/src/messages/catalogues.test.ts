import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Language, languages } from '@foyer/policy';
import { catalogues } from './catalogues.ts';
import { loadInside, showLanguage } from './show-language.ts';
import * as t from './texts.ts';

type Text = readonly [path: string, text: string];

/** Every text of a catalogue by its path; the functions are called with words in their slots. */
function textsOf(value: unknown, path: string): Text[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, [value(...slotsOf(path))].flat().join('')]];
  return Object.entries(value ?? {}).flatMap(([name, inner]) => textsOf(inner, `${path}.${name}`));
}

/** Times and counts are numbers, a name before a link is one of a provider, and a link draws its text. */
function slotsOf(path: string): unknown[] {
  const link = (text: string) => text;
  if (path.endsWith('expect.limits')) return [{ messages: 40, messagesPerDay: 20, endsAt: 3000 }];
  if (path.endsWith('documentTitle')) return ['Campus', 'Harbour'];
  if (path.endsWith('limits.messages')) return [{ left: 3, isToday: true }, 3000];
  if (/In$|limits\.|guestEnded|On$|since|lastActive|shiftHint|length|list\.found/.test(path))
    return [3, 4000];
  if (path.endsWith('oneMoreStep.haveAccount')) return ['Campus', link];
  if (/check\.text|confirm\.text|anotherLink/.test(path)) return ['ada@example.org'];
  const takesLink = /haveAccount|noAccount|not(Now|Yours)|remembered|knowPassword|byProvider$|orCreate/.test(
    path,
  );
  return [takesLink ? link : 'Campus'];
}

/** The catalogue of a language; its formats are in force afterwards. */
async function catalogueOf(language: Language): Promise<Map<string, string>> {
  await showLanguage(language);
  const { entry, inside } = catalogues[language];
  const areas = Object.entries({ ...(await entry()), ...(await inside()) });
  return new Map(areas.flatMap(([name, area]) => textsOf(area, name)));
}

const english = await catalogueOf('en');

test('the catalogues run without a browser, and every slot is filled', async () => {
  assert.ok(english.size > 200, String(english.size));
  for (const language of languages) {
    const texts = await catalogueOf(language);
    assert.deepEqual([...texts.keys()].sort(), [...english.keys()].sort(), language);
    for (const [path, text] of texts) {
      assert.ok(text.trim().length > 0, `${language} ${path}`);
      assert.doesNotMatch(text, /undefined|NaN|\[object|=>|[{}$]/, `${language} ${path}: ${text}`);
    }
  }
});

test('every text is translated, and keeps the names that stand in its slots', async () => {
  const same = new Set([
    ...['common.appName', 'common.documentTitle', 'chat.link.separator'],
    // Words that a language shares with English.
    ...['chat.title', 'chat.chats', 'chat.composer.label', 'chat.thread.assistant', 'account.sessions.title'],
    ...[
      'chat.list.options',
      'common.email',
      'logOut.chats',
      'chat.shortcuts.escape',
      'chat.save.fileName',
      'chat.thread.code',
    ],
  ]);
  for (const language of languages.filter((each) => each !== 'en')) {
    for (const [path, text] of await catalogueOf(language)) {
      const original = english.get(path) ?? '';
      assert.ok(same.has(path) || text !== original, `${language} ${path}: ${text}`);
      for (const name of original.match(/Campus|ada@example\.org|JSON/gi) ?? [])
        assert.ok(text.toLowerCase().includes(name.toLowerCase()), `${language} ${path} has no ${name}`);
    }
  }
});

test('each language is written in its own letters', async () => {
  const latin = /[a-z]{3,}/gi;
  const names =
    /^(foyer|esc|md|markdown|campus|harbour|QXD|HVN|json|ada|example|org|shift|cookie|spam|QXA)$/i;
  for (const [language, letters] of [
    ['uk', /\p{Script=Cyrillic}/u],
    ['ar', /\p{Script=Arabic}/u],
  ] as const) {
    for (const [path, text] of await catalogueOf(language)) {
      const words = (text.match(latin) ?? []).filter((word) => !names.test(word));
      assert.deepEqual(words, [], `${language} ${path}: ${text}`);
      const isOnlyNames = /appName|documentTitle|separator|escape/.test(path);
      if (!isOnlyNames && path !== 'common.ofField') assert.match(text, letters, `${language} ${path}`);
    }
  }
});

test('one thing has one word', () => {
  const avoided = /e-mail|signed in|sign in|whoever|go on|way in|ways in|under way|this Foyer/i;
  assert.deepEqual(
    [...english].filter(([, text]) => avoided.test(text)),
    [],
  );
});

test('people are addressed politely', async () => {
  const familiar: Partial<Record<Language, RegExp>> = {
    de: /\b(du|dich|dir|dein\w*|euch|euer)\b/i,
    fr: /(?<![\p{L}])(tu|toi|ton|tes)(?![\p{L}])/iu,
    es: /(?<![\p{L}])(tú|tu|tus|te|contigo)(?![\p{L}])/iu,
    pt: /(?<![\p{L}])(tu|teu|tua|teus|tuas|contigo)(?![\p{L}])/iu,
    uk: /(?<![\p{L}])(ти|тебе|тобі|твій|твоя|твої|ви|вас|вам|ваш\p{L}*)(?![\p{L}])/u,
  };
  for (const [language, words] of Object.entries(familiar)) {
    const texts = await catalogueOf(language as Language);
    assert.deepEqual(
      [...texts].filter(([, text]) => words.test(text)),
      [],
    );
  }
});

test('what happens once, twice and more often is said in whole words', async () => {
  const told: Partial<Record<Language, string[]>> = {
    en: ['Shift: once more to leave', 'Shift: twice more to leave', 'Shift: 3 times more to leave'],
    uk: ['Shift: ще 1 раз, щоб піти', 'Shift: ще 2 рази, щоб піти', 'Shift: ще 3 рази, щоб піти'],
    ar: ['Shift: مرة واحدة أخرى للمغادرة', 'Shift: مرتان أخريان للمغادرة', 'Shift: 3 مرات أخرى للمغادرة'],
  };
  for (const [language, texts] of Object.entries(told)) {
    await showLanguage(language as Language);
    assert.deepEqual([1, 2, 3].map(t.logOut.shiftHint), texts);
  }
});

test('counts follow the plural forms of the language', async () => {
  await loadInside();
  const left = (count: number) => t.chat.limits.messages({ left: count, isToday: false }, 0);
  await showLanguage('uk');
  assert.deepEqual([1, 3, 5, 21].map(left), [
    'Ще 1 повідомлення.',
    'Ще 3 повідомлення.',
    'Ще 5 повідомлень.',
    'Ще 21 повідомлення.',
  ]);
  await showLanguage('ar');
  assert.deepEqual([1, 2, 3, 11, 100].map(left), [
    'الباقي: رسالة واحدة.',
    'الباقي: رسالتان.',
    'الباقي: 3 رسائل.',
    'الباقي: 11 رسالة.',
    'الباقي: 100 رسالة.',
  ]);
  await showLanguage('en');
  assert.equal(t.chat.composer.length(7500, 8000), '7,500 of 8,000 characters');
});
