import assert from 'node:assert/strict';
import {
  delta,
  event,
  refuses,
  says,
  startScriptedModel,
  streams,
} from '../testing/server/scripted-model.ts';
import { chat, common, errors } from '../web/src/messages/en.ts';
import { openBrowser, test } from './testing.ts';
import type { Allowed } from './visitor.ts';
import { guestWithModel } from './with-model.ts';

const browser = await openBrowser();
const { thread } = chat;

test('thoughts are folded while they come and afterwards, and are not copied', async () => {
  const { model, guest } = await enter();
  await guest.page.context().grantPermissions(['clipboard-write']);
  const { promise: mayAnswer, resolve: answer } = Promise.withResolvers<void>();
  model.state.answer = async (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(delta({ reasoning_content: 'The person greets me.' }));
    await mayAnswer;
    response.end(`${delta({ content: 'Good morning.' }, 'stop')}${event('[DONE]')}`);
  };
  await guest.say('Good morning');
  const thinking = guest.replies.getByText(thread.thinking);
  await thinking.waitFor();
  assert.equal(await guest.replies.getByText('The person greets me.').isVisible(), false);
  await thinking.click();
  await guest.replies.getByText('The person greets me.').waitFor();
  answer();
  await guest.replies.getByText('Good morning.').waitFor();
  await guest.button('Send').waitFor();
  await guest.button(common.copy).click();
  await guest.button(common.copied).waitFor();
  await guest.composer.focus();
  await guest.page.keyboard.press('Control+V');
  assert.equal(await guest.composer.inputValue(), 'Good morning.');

  await guest.page.reload();
  await guest.replies.getByText(thread.thoughts).waitFor();
  assert.equal(await guest.replies.getByText('The person greets me.').isVisible(), false);
});

test('a text that turns out to be thoughts is taken back from the page', async () => {
  const { model, guest } = await enter();
  model.state.answer = (response) => says(response, ['I greet back.', '</think>', 'Good morning.']);
  await guest.ask('Good morning');
  assert.equal(await guest.replies.getByText('I greet back.').isVisible(), false);
  await guest.replies.getByText('Good morning.').waitFor();
});

test('a reply loads nothing, runs nothing, and shows as a link only what leads somewhere', async () => {
  const { model, guest } = await enter();
  const lines = [
    '[run](javascript:alert(1)) [inside](/account) [inside too](https:/account) <script>alert(1)</script>',
    '![a heron](https://example.org/heron.png) ![no picture](data:image/png;base64,AAAA) [web](https://example.org)',
    'A note.[^1]\n\n[^1]: Of the author.',
  ];
  model.state.answer = (response) => says(response, [lines.join('\n\n')]);
  await guest.ask('Good morning');
  for (const text of [
    'run inside inside too <script>alert(1)</script>',
    'a heron no picture web',
    'A note.1',
  ])
    await guest.replies.getByText(text, { exact: true }).waitFor();
  assert.deepEqual(await guest.replies.locator('a').allTextContents(), ['a heron', 'web']);
  await guest.replies.getByText('Of the author.').waitFor();
  // The library's own words are English on every page.
  assert.equal(await guest.replies.getByText('Footnotes').isVisible(), false);

  model.state.answer = (response) => says(response, ['\\(\\kern{-9em}\\text{elsewhere}\\) x']);
  await guest.ask('Good evening');
  const moved = guest.replies.locator('.katex-html').getByText('elsewhere');
  const [words, reply] = [await moved.boundingBox(), await guest.replies.last().boundingBox()];
  assert.ok(words && reply && words.x + words.width < reply.x, 'the formula leaves the reply');
  const there = `document.elementFromPoint(${words.x + 10}, ${words.y + words.height / 2}).closest('article')`;
  assert.equal(await guest.page.evaluate(there), null, 'but nothing of it is drawn there');
});

test('Continue lets a reply grow that reached the length of the model, and stays grown after a reload', async () => {
  const { model, guest } = await enter();
  model.state.answer = (response) => says(response, ['It was a dark'], 'length');
  await guest.ask('Write a novel');
  await guest.replies.getByText(thread.endings.length).waitFor();
  model.state.answer = (response) => says(response, [' and stormy', ' night.']);
  await guest.button(thread.continue).click();
  await guest.replies.getByText('It was a dark and stormy night.').waitFor();
  await guest.button('Send').waitFor();
  const isOver = async () => {
    assert.equal(await guest.replies.count(), 1);
    assert.equal(await guest.button(thread.continue).count(), 0);
    assert.equal(await guest.replies.getByText(thread.endings.length).count(), 0);
  };
  await isOver();
  await guest.page.reload();
  await guest.replies.getByText('It was a dark and stormy night.').waitFor();
  await isOver();
});

test('the page says in one sentence how a reply ended, and offers Try again', async () => {
  const { model, guest } = await enter();
  for (const [parts, sentence] of [
    [[delta({ reasoning: 'Hm, hm' }), delta({}, 'length')], thread.endings.thinking],
    [[delta({ content: 'I can' }), delta({}, 'content_filter')], thread.endings.filter],
    [[delta({ refusal: 'I cannot.' }), delta({}, 'stop')], thread.endings.refusal],
    [[delta({ tool_calls: [{ index: 0 }] }), delta({}, 'tool_calls')], thread.endings.tools],
  ] as const) {
    model.state.answer = (response) => streams(response, [...parts, event('[DONE]')]);
    await guest.ask('Well?');
    const reply = guest.replies.last();
    await reply.getByText(sentence).waitFor();
    await reply.getByRole('button', { name: 'Try again' }).waitFor();
    assert.equal(await guest.alert.count(), 0);
  }
});

test('the page says once that the model no longer reads all of the conversation', async () => {
  const { model, guest } = await enter();
  for (const count of [1, 2, 3]) await guest.ask(`Question ${count} ${'x'.repeat(300)}`);
  assert.equal(await guest.page.getByText(thread.leftOut).count(), 0);
  model.state.answer = (response, { messages }) => {
    if (messages.length <= 5) return says(response, ['Yes.']);
    refuses(response, 400, { error: { message: 'the request exceeds the available context size' } });
  };
  for (const count of [4, 5]) {
    await guest.ask(`Question ${count}`);
    assert.equal(await guest.page.getByText(thread.leftOut).count(), 1);
  }
});

test('a question that is too long for the model goes back into the field', async () => {
  const { model, guest } = await enter({ mayBeRefused: true });
  model.state.answer = (response) => refuses(response, 413, {});
  await guest.say('A very long question');
  await guest.alert.filter({ hasText: errors.MESSAGE_TOO_LONG_FOR_MODEL }).waitFor();
  assert.equal(await guest.composer.inputValue(), 'A very long question');
  assert.equal(await guest.page.getByRole('article', { name: 'You' }).count(), 0);
});

test('a silent model is said to be busy or loading, and a busy one when to try again', async () => {
  const { model, guest } = await enter();
  const { promise: isLoaded, resolve: load } = Promise.withResolvers<void>();
  model.state.answer = async (response) => {
    await isLoaded;
    says(response, ['Good morning.']);
  };
  await guest.say('Good morning');
  const silent = guest.page.getByText(thread.silent);
  await silent.waitFor();
  load();
  await guest.replies.getByText('Good morning.').waitFor();
  await silent.waitFor({ state: 'detached' });

  model.state.answer = (response) => refuses(response, 429, {}, { 'retry-after': '40' });
  await guest.say('And now?');
  await guest.alert.filter({ hasText: errors.MODEL_BUSY }).waitFor();
  await guest.page
    .getByRole('timer')
    .filter({ hasText: /\d+ sec/ })
    .waitFor();
  assert.equal(await guest.button('Try again').isEnabled(), false);
});

async function enter(allowed: Partial<Allowed> = {}) {
  const model = await startScriptedModel();
  return { model, guest: await guestWithModel(browser, model, allowed) };
}
