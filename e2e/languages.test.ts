import assert from 'node:assert/strict';
import { directionOf, type Language, languages } from '@foyer/policy';
import type { Locator } from 'playwright-core';
import { currentLanguage, loadInside, showLanguage } from '../web/src/messages/show-language.ts';
import * as t from '../web/src/messages/texts.ts';
import { clippedTexts, overhang, textsOn } from './check-texts.ts';
import { startFoyer } from './foyer.ts';
import { untranslated, usePseudoLocale } from './pseudo-locale.ts';
import { openBrowser, test } from './testing.ts';
import type { Visitor } from './visitor.ts';

const foyer = await startFoyer({ DEFAULT_LOGIN_CODE: 'POSTER', GUEST_CONVERSION: 'free' });
await foyer.makeCode('login', { code: 'POSTER' });
await foyer.importCodes([{ invitation_code: 'KYIV', language: 'uk' }]);
const browser = await openBrowser();
const sizes = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
];

/** The texts of the pages in this process. */
async function textsIn(language: Language) {
  await loadInside();
  await showLanguage(language);
  assert.equal(currentLanguage(), language);
}
const choiceOn = ({ page }: Visitor) => page.getByRole('combobox').first();
const languageOf = ({ page }: Visitor) =>
  page.evaluate<[string, string]>('[document.documentElement.lang, document.documentElement.dir]');

test('a person chooses a language in place, nothing typed is lost, and only the language in use is loaded', async () => {
  const visitor = await browser.visitor(foyer, { locale: 'de-AT' });
  const { page } = visitor;
  const { link } = await foyer.makeCode('registration');
  const served = await page.goto(link);
  await textsIn('de');
  assert.match((await served?.text()) ?? '', /<html lang="de" dir="ltr">/);
  await visitor.field(t.common.email).fill('ada@example.org');
  const loaded = () => visitor.addresses.flatMap((address) => address.match(/texts-(\w+-\w+)-/)?.[1] ?? []);
  assert.deepEqual([...new Set(loaded())], ['de-entry']);

  await choiceOn(visitor).selectOption('ar');
  await textsIn('ar');
  await visitor.heading(t.register.yourAccount).or(visitor.heading(t.common.register)).waitFor();
  assert.deepEqual(await languageOf(visitor), ['ar', 'rtl']);
  assert.equal(await visitor.field(t.common.email).inputValue(), 'ada@example.org');
  await page.getByText(t.register.fromLink).waitFor();
  assert.deepEqual([...new Set(loaded())], ['de-entry', 'ar-entry']);

  await visitor.open('/login');
  assert.deepEqual(await languageOf(visitor), ['ar', 'rtl']);
  await visitor.heading(t.common.login).waitFor();
  assert.equal(await page.title(), t.common.documentTitle(t.common.login, t.common.appName));
});

test('a code meets its guest in its language, also after a reload, and until they choose another', async () => {
  const visitor = await browser.visitor(foyer, { locale: 'fr-FR' });
  const { page } = visitor;
  await page.goto('/#invite-code=KYIV');
  await textsIn('uk');
  await page.getByRole('textbox', { name: t.chat.composer.label }).waitFor();
  assert.deepEqual(await languageOf(visitor), ['uk', 'ltr']);
  const served = await page.reload();
  assert.match((await served?.text()) ?? '', /<html lang="uk" dir="ltr">/);
  await page.getByRole('textbox', { name: t.chat.composer.label }).waitFor();
  await page.goto('/create-account');
  await choiceOn(visitor).selectOption('es');
  await textsIn('es');
  await visitor.heading(t.common.createAccount).waitFor();
  await page.goto('/chat');
  await page.getByRole('textbox', { name: t.chat.composer.label }).waitFor();
});

/** Words of the person, the assistant and the house. */
const own = /^(Foyer|wren@example\.org|12 \+ 30 = \?|Chrome, Linux)$/;
const isNotTranslated = (text: string) => untranslated.test(text) && !own.test(text);

const entryPages = [
  '/',
  '/login',
  '/register',
  '/forgot-password',
  '/reset-password',
  '/verify',
  '/one-more-step',
];

test('no page clips a word in any language, and in the pseudo-locale every word has accents', async () => {
  const visitor = await browser.visitor(foyer);
  const member = await browser.visitor(foyer);
  const guest = await browser.visitor(foyer);
  const { link } = await foyer.makeCode('registration');
  await member.page.goto(link);
  await member.register({ email: 'wren@example.org', password: 'a heron by the river' });
  await member.composer.waitFor();
  await guest.open('/');
  await guest.continueAsGuest();
  await guest.ask('12 + 30 = ?');
  const conversation = guest.address();

  const missing = new Set<string>();
  const walk = async (language: Language, isPseudo = false) => {
    await textsIn(language);
    const name = isPseudo ? 'pseudo' : language;
    for (const { page } of [visitor, member, guest]) {
      const cookie = { name: 'language', value: language, url: foyer.url };
      await page.context().addCookies([cookie]);
    }
    const look = async (
      person: Visitor,
      path: string,
      ready = person.page.getByRole('heading', { level: 1 }),
    ) => {
      await person.page.goto(path);
      await check(person, path, ready);
      assert.deepEqual(await languageOf(person), [language, directionOf(language)], path);
    };
    const check = async ({ page }: Visitor, path: string, ready: Locator) => {
      await ready.first().waitFor();
      for (const size of sizes) {
        await page.setViewportSize(size);
        const where = `${name} ${path} at ${size.width} px`;
        assert.equal(await overhang(page), 0, `${where}: pixels beyond the window`);
        assert.deepEqual(await clippedTexts(page), [], `${where}: cut off`);
      }
      if (!isPseudo) return;
      const plain = (await textsOn(page)).filter(isNotTranslated);
      for (const text of plain) missing.add(`${path}: ${text}`);
    };
    for (const path of entryPages) await look(visitor, path);
    await look(guest, '/create-account');
    await look(guest, '/chat', guest.page.locator('textarea'));
    await look(guest, conversation, guest.page.getByRole('article').nth(1));
    await guest.page
      .getByRole('button', { name: isPseudo ? /^Ĺóǵ óút/ : t.logOut.button, exact: true })
      .last()
      .click();
    await check(guest, 'the question at the logout', guest.page.getByRole('dialog'));
    await look(member, '/chat', member.page.locator('textarea'));
    await look(member, '/account', member.page.getByRole('heading', { level: 2 }));
  };

  for (const language of languages) await walk(language);
  for (const { page } of [visitor, member, guest]) await usePseudoLocale(page.context(), foyer.url);
  await walk('ar', true);
  assert.deepEqual([...missing], []);
});
