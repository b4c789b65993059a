import { after } from 'node:test';
import { startFoyer } from './foyer.ts';
import type { openBrowser } from './testing.ts';

type Browser = Awaited<ReturnType<typeof openBrowser>>;

/** A guest in a Foyer that asks this model. The model is closed after the test file. */
export async function guestWithModel(
  browser: Browser,
  model: { url: string; close: () => Promise<unknown> },
  options: Parameters<Browser['visitor']>[1] = {},
) {
  after(model.close);
  const foyer = await startFoyer({
    DEFAULT_LOGIN_CODE: 'POSTER',
    MODEL_URL: model.url,
    MODEL_NAME: 'scripted',
  });
  await foyer.makeCode('login', { code: 'POSTER' });
  const guest = await browser.visitor(foyer, options);
  await guest.open('/');
  await guest.continueAsGuest();
  return guest;
}
