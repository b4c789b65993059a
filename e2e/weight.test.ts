import assert from 'node:assert/strict';
import { account, chat, signIn, upgrade } from '../web/src/messages/en.ts';
import { startFoyer } from './foyer.ts';
import { openBrowser, test } from './testing.ts';

const foyer = await startFoyer();
const browser = await openBrowser();
const kB = 1000;

for (const path of ['/', '/login', '/register']) {
  test(`${path} loads at most 120 kB of script and 20 kB of style`, async () => {
    const visitor = await browser.visitor(foyer);
    await visitor.page.goto(path, { waitUntil: 'networkidle' });
    const script = await weigh(visitor.addresses, '.js');
    const style = await weigh(visitor.addresses, '.css');
    assert.ok(script > 0 && style > 0);
    assert.ok(script <= 120 * kB, `${script} bytes of script`);
    assert.ok(style <= 20 * kB, `${style} bytes of style`);
    assert.deepEqual(
      visitor.addresses.filter((address) => /chat|markdown/i.test(address)),
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
