import assert from 'node:assert/strict';
import { after } from 'node:test';
import { startUpstream } from '../testing/server/upstream.ts';
import { desktop, phone } from './check-page.ts';
import { startFoyer } from './foyer.ts';
import { atRest, longestTask } from './tasks.ts';
import { openBrowser, test } from './testing.ts';

const upstream = await startUpstream();
after(upstream.close);
const foyer = await startFoyer({
  DEFAULT_LOGIN_CODE: 'POSTER',
  MODEL_URL: upstream.url,
  MODEL_NAME: 'script',
  GUEST_MESSAGES_PER_HOUR: '1000',
});
await foyer.makeCode('login', { code: 'POSTER' });
const browser = await openBrowser();

/** The longest task that a reply may cause, in milliseconds. */
const mostMs = 200;

const table = (columns: number) => `${'|a'.repeat(columns)}|\n${'|-'.repeat(columns)}|\n`;
const replies: Record<string, string> = {
  'a word of 60,000 letters': 'a'.repeat(60_000),
  'a word of 30,000 joined letters': 'ش'.repeat(30_000),
  'a letter with 24,000 marks': `a${'\u0344'.repeat(12_000)}${'\u0316'.repeat(12_000)}`,
  'quotes, 5,000 deep': '>'.repeat(5000),
  'lists, 5,000 deep': '- '.repeat(5000),
  'numbered lists, 1,500 deep': '1. '.repeat(1500),
  'lists that are indented ever deeper': Array.from(
    { length: 300 },
    (_, at) => `${' '.repeat(2 * at)}- a\n`,
  ).join(''),
  stars: 'a*'.repeat(8000),
  'pairs of stars': 'a**b* '.repeat(3000),
  brackets: '[a]['.repeat(4000),
  'links in links': '[a]('.repeat(8000),
  backticks: '` a'.repeat(8000),
  'a table of a thousand columns': table(1000),
  'a table whose rows are left empty': `${table(100)}${'a\n'.repeat(500)}`,
  'ten thousand paragraphs': 'a\n\n'.repeat(10_000),
  'ten thousand small tables': `${table(2)}\n`.repeat(2000),
  'definitions of links': '[a]: b\n'.repeat(2000),
  footnotes: Array.from({ length: 1500 }, (_, at) => `[^${at}]\n\n[^${at}]: a\n\n`).join(''),
  'code that takes minutes to colour': `\`\`\`markdown\n${'[a]('.repeat(240).concat('\n').repeat(8)}\`\`\``,
  'as many stars as are drawn': '*a* '.repeat(1100),
  'a table as large as is drawn': `${table(20)}${`${'|b'.repeat(20)}|\n`.repeat(36)}`,
  'lists as deep as they are drawn': `${'- '.repeat(16)}a\n`.repeat(50),
  'a long answer':
    '## Herons\n\nThey *stand* in the **water**:\n\n- one\n- `two`\n\n```js\nlet a = 1;\n```\n\n'.repeat(250),
};

test('no reply blocks the page for long, neither while it arrives nor when its chat is opened', async () => {
  const guest = await browser.visitor(foyer);
  await guest.open('/');
  await guest.continueAsGuest();
  const slow: Record<string, number[]> = {};
  for (const [name, reply] of Object.entries(replies)) {
    upstream.teach(`${reply}\n\nThe end.`);
    const isDrawn = async () => {
      await guest.replies.getByText('The end.').last().waitFor();
      await atRest(guest.page);
    };
    await guest.button('New chat').click();
    const coming = await longestTask(guest.page, async () => {
      await guest.ask(name);
      await isDrawn();
    });
    const opening = await longestTask(guest.page, async () => {
      await guest.page.reload();
      await isDrawn();
    });
    if (Math.max(coming, opening) > mostMs) slow[name] = [coming, opening];
    await guest.page.setViewportSize(phone);
    const overhang = await guest.page.evaluate('document.scrollingElement.scrollWidth - innerWidth');
    await guest.page.setViewportSize(desktop);
    assert.equal(overhang, 0, `${name}: pixels beyond the page's width`);
  }
  assert.deepEqual(slow, {});
});
