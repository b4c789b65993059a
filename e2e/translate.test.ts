import assert from 'node:assert/strict';
import { after } from 'node:test';
import { delta, event, startScriptedModel } from '../testing/server/scripted-model.ts';
import { startFoyer } from './foyer.ts';
import { openBrowser, test } from './testing.ts';

const browser = await openBrowser();
/** How long the reply streams, in milliseconds. */
const streamMs = process.env.LONG_TESTS ? 60_000 : 8000;
const pieceMs = 40;

/**
 * What a translator does to a page: within 100 ms of each change every text is replaced by its translation in <font>
 * elements, unless the page asks to leave it alone.
 */
const translator = `
  const translate = () => {
    const walker = document.createTreeWalker(document.body ?? document.documentElement, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      if (!text.data.trim() || text.parentElement.closest('[translate=no], font, script, style, textarea')) continue;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.textContent = text.data;
      outer.append(inner);
      text.replaceWith(outer);
    }
  };
  setInterval(translate, 50);
`;

test('a page under a browser translator lives through a whole visit, and loses no word', async () => {
  const model = await startScriptedModel();
  after(model.close);
  const said: string[] = [];
  model.state.answer = async (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const [at, piece] of piecesOf(streamMs / pieceMs).entries()) {
      if (response.destroyed) return;
      said[at] = piece;
      response.write(delta({ content: piece }));
      await new Promise((resolve) => setTimeout(resolve, pieceMs));
    }
    response.end(`${delta({}, 'stop')}${event('[DONE]')}`);
  };
  const foyer = await startFoyer({
    DEFAULT_LOGIN_CODE: 'POSTER',
    MODEL_URL: model.url,
    MODEL_NAME: 'scripted',
  });
  await foyer.makeCode('login', { code: 'POSTER' });
  const guest = await browser.visitor(foyer, { mayBeRefused: true });
  await guest.page.addInitScript(translator);
  await guest.open('/');
  await guest.page.getByText('I have an invitation code').click();
  await guest.page.getByLabel('Invitation code').fill('NO-SUCH-CODE');
  await guest.page.getByLabel('Invitation code').press('Enter');
  await guest.alert.waitFor();
  await guest.continueAsGuest();
  await guest.say('Tell me everything');
  await guest.button('Send').waitFor({ timeout: streamMs * 3 });
  const words = (await guest.replies.innerText()).replaceAll(/\s+/g, ' ');
  for (let at = 0; at < said.length; at++)
    if (at % 10 !== 9) assert.ok(words.includes(`word${at} `), `word${at}`);

  await guest.say('Once more');
  await guest.replies.nth(1).filter({ hasText: 'word20' }).waitFor();
  await guest.button('Stop').click();
  await guest.replies.filter({ hasText: 'Stopped before the end' }).waitFor();
  await guest.button('Try again').click();
  await guest.replies.nth(1).filter({ hasText: 'word20' }).waitFor();
  await guest.page.keyboard.press('Escape');
  await guest.replies.filter({ hasText: 'Stopped before the end' }).waitFor();
  await guest.button(/^Options for/).click();
  await guest.page.getByRole('menuitem', { name: 'Delete' }).click();
  await guest.button('Undo').click();
  await guest.button(/^Options for/).waitFor();
  await guest.logOutAndDelete();
  await guest.button('Continue as Guest').waitFor();
});

/** Words with all that Markdown has: paragraphs, emphasis, lists, code, tables. */
function piecesOf(count: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    if (at % 40 === 39) return `\n\n## Heading\n\n`;
    if (at % 10 !== 9) return `${at % 7 === 3 ? `**word${at}** ` : `word${at} `}`;
    return ['\n\n', '\n\n- ', '\n\n> ', '\n\n1. '][Math.floor(at / 10) % 4] ?? '';
  });
}
