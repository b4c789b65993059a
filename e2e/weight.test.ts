import assert from 'node:assert/strict';
import { account, chat, signIn, upgrade } from '../web/src/messages/en.ts';
import { startFoyer } from './foyer.ts';
import { openBrowser, test } from './testing.ts';

const foyer = await startFoyer();
const browser = await openBrowser();
const kB = 1000;

// Ukrainian texts weigh most.
for (const [path, locale] of [
  ['/', 'en'],
  ['/login', 'ar'],
  ['/register', 'uk'],
] as const) {
  test(`${path} in ${locale} loads at most 120 kB of script, 20 kB of style and 40 kB of fonts`, async () => {
    const visitor = await browser.visitor(foyer, { locale });
    await visitor.page.goto(path, { waitUntil: 'networkidle' });
    const script = await weigh(visitor.addresses, '.js');
    const style = await weigh(visitor.addresses, '.css');
    assert.ok(script > 0 && style > 0);
    assert.ok(script <= 120 * kB, `${script} bytes of script`);
    assert.ok(style <= 20 * kB, `${style} bytes of style`);
    const fonts = await weighFonts(visitor.addresses);
    assert.ok(fonts > 0);
    assert.ok(fonts <= 40 * kB, `${fonts} bytes of fonts`);
    assert.deepEqual(
      visitor.addresses.filter((address) => /chat|markdown|console/i.test(address)),
      [],
    );
  });
}

test('the entry pages do not load the texts of the pages behind them', async () => {
  const visitor = await browser.visitor(foyer);
  await visitor.page.goto('/login', { waitUntil: 'networkidle' });
  const scripts = visitor.addresses.filter((address) => address.endsWith('.js'));
  const sources = await Promise.all(scripts.map(async (address) => (await fetch(address)).text()));
  const isLoaded = (text: string) => sources.some((source) => source.includes(text));
  assert.ok(isLoaded(signIn.continueAsGuest));
  for (const text of [account.data.button, chat.welcome, upgrade.choice.question]) {
    assert.ok(!isLoaded(text), text);
  }
});

test('the letters of every language weigh at most 40 kB on an entry page', async () => {
  const letters = { en: '0123456789', de: 'ẞẞäöüß0', fr: 'œŒÿ0', uk: 'ЇїҐґЄєІіАаЯя0', ar: 'مرحبا' };
  for (const [language, text] of Object.entries(letters)) {
    const visitor = await browser.visitor(foyer);
    await visitor.open('/login');
    // A page in that language has codes, bold letters, and names in Latin letters.
    await visitor.page.evaluate(
      `document.querySelector('main').insertAdjacentHTML('beforeend', '<p>${text}<b>${text}</b></p>')`,
    );
    await visitor.page.evaluate('document.fonts.ready.then(() => {})');
    const fonts = await weighFonts(visitor.addresses);
    assert.ok(fonts <= 40 * kB, `${language}: ${fonts} bytes of fonts`);
  }
});

/** The total size of the fonts, which are compressed already, in bytes. */
async function weighFonts(addresses: string[]): Promise<number> {
  let bytes = 0;
  for (const address of new Set(addresses.filter((address) => address.endsWith('.woff2')))) {
    const response = await fetch(address, { method: 'HEAD' });
    assert.equal(response.headers.get('Content-Type'), 'font/woff2');
    bytes += Number(response.headers.get('Content-Length'));
  }
  return bytes;
}

/** The total size of the files with this ending, compressed by gzip, in bytes. */
async function weigh(addresses: string[], ending: string): Promise<number> {
  let bytes = 0;
  for (const address of new Set(addresses.filter((address) => address.endsWith(ending)))) {
    const response = await fetch(address, { method: 'HEAD', headers: { 'Accept-Encoding': 'gzip' } });
    assert.equal(response.headers.get('Content-Encoding'), 'gzip');
    bytes += Number(response.headers.get('Content-Length'));
  }
  return bytes;
}
