import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { delta, event, says, startScriptedModel } from '../testing/server/scripted-model.ts';
import { checkPage } from './check-page.ts';
import { openBrowser, test } from './testing.ts';
import { guestWithModel } from './with-model.ts';

const browser = await openBrowser();

const reply = `Call [the helpline](tel:0800111222), [write](sms:85258), or [read on](https://example.org/help).

- [x] Keep the letter
- [ ] Ask for a receipt

| Day | Open |
|---|---|
| Monday | 9 to 17 |

\`\`\`ts
const heron = 'grey';
\`\`\`

\`\`\`letter
Dear landlord, this is a long line that wraps because it is a letter and not code, and letters are read.
\`\`\`

![A heron](https://pictures.example.org/heron.png)

<b onclick="steal()">raw</b> and [no script](javascript:steal())

هل يمكنهم ذلك؟
`;

test('a reply has what people need: calls, tasks, tables and code to copy, each text in its direction', async () => {
  const model = await startScriptedModel();
  model.state.answer = (response) => says(response, [reply]);
  const guest = await guestWithModel(browser, model);
  const { page } = guest;
  await guest.context.grantPermissions(['clipboard-write']);
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  await guest.ask('What can I do?');
  const said = guest.replies;

  const hrefOf = (name: string) => said.getByRole('link', { name, exact: true }).getAttribute('href');
  assert.deepEqual(await Promise.all(['the helpline', 'write', 'read on', 'A heron'].map(hrefOf)), [
    'tel:0800111222',
    'sms:85258',
    'https://example.org/help',
    'https://pictures.example.org/heron.png',
  ]);
  assert.equal(await said.getByRole('link', { name: 'the helpline' }).getAttribute('target'), null);
  assert.equal(await said.getByRole('link', { name: 'no script' }).count(), 0);
  assert.equal(await said.getByText('<b onclick="steal()">raw</b>').count(), 1);
  assert.equal(await said.locator('img').count(), 0);
  assert.deepEqual(
    requested.filter((url) => !url.startsWith('http://127.0.0.1')),
    [],
  );

  assert.equal(await said.getByRole('checkbox', { name: 'Keep the letter' }).isChecked(), true);
  assert.equal(await said.getByRole('checkbox', { name: 'Ask for a receipt' }).isChecked(), false);

  const copied = async (nth: number) => {
    await said.getByRole('button', { name: 'Copy' }).nth(nth).click();
    await said.getByRole('button', { name: 'Copied' }).waitFor();
    await guest.composer.fill('');
    await guest.composer.press('Control+V');
    const text = await guest.composer.inputValue();
    await said.getByRole('button', { name: 'Copied' }).waitFor({ state: 'detached' });
    return text;
  };
  assert.equal(await copied(0), 'Day\tOpen\nMonday\t9 to 17');
  assert.equal(await copied(1), "const heron = 'grey';\n");
  assert.equal(await copied(3), reply);

  const looks = await page.evaluate(
    `[...document.querySelectorAll('article pre')].map((pre) => getComputedStyle(pre).whiteSpace)`,
  );
  assert.deepEqual(looks, ['pre', 'pre-wrap']);
  const arabic = await page.evaluate(
    `getComputedStyle([...document.querySelectorAll('article p')].find((p) => /هل/.test(p.textContent))).direction`,
  );
  assert.equal(arabic, 'rtl');

  await said.getByRole('button', { name: 'More' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Save as Markdown' }).click();
  assert.equal(await readFile(await (await download).path(), 'utf8'), reply);
  await checkPage(guest, 'a reply with everything');
});

test('mathematics is loaded when there is some, and prices are none', async () => {
  const model = await startScriptedModel();
  model.state.answer = (response) => says(response, ['It costs $5 and not $6.']);
  const guest = await guestWithModel(browser, model);
  const scripts: string[] = [];
  guest.page.on('request', (request) => scripts.push(request.url()));
  const ofMath = () => scripts.filter((url) => /katex/i.test(url)).length;
  await guest.ask('How much?');
  await guest.replies.getByText('It costs $5 and not $6.').waitFor();
  assert.equal(ofMath(), 0);

  model.state.answer = (response) =>
    says(response, ['The area is \\(\\pi r^2\\), and\n\n$$\nx = \\frac{1}{2}\n$$\n']);
  await guest.ask('And the area?');
  const formulas = guest.replies.nth(1).locator('.katex');
  await formulas.nth(1).waitFor();
  assert.equal(await formulas.count(), 2);
  assert.ok(ofMath() > 0);
  await checkPage(guest, 'a reply with mathematics');
});

test('a screen reader is told an answer by the sentence, and that it is finished', async () => {
  const model = await startScriptedModel();
  const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
  model.state.answer = async (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(delta({ content: 'Herons **stand** still. They wait for' }));
    await mayEnd;
    response.end(`${delta({ content: ' fish.' }, 'stop')}${event('[DONE]')}`);
  };
  const guest = await guestWithModel(browser, model);
  const told = guest.page.getByRole('main').getByRole('status');
  await guest.say('What do herons do?');
  await told.filter({ hasText: /^Herons stand still\.$/ }).waitFor();
  end();
  await told.filter({ hasText: 'They wait for fish.' }).filter({ hasText: 'has finished' }).waitFor();
});
