import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { until } from '../testing/chats/read-reply.ts';
import { delta, event, startScriptedModel } from '../testing/server/scripted-model.ts';

/** What a person does with a page, in any browser. */
export type Reader = {
  evaluate: <T>(script: string) => Promise<T>;
  press: (key: string) => Promise<void>;
  wheel: (pixels: number) => Promise<void>;
  /** Presses the button that leads to the end. */
  toEnd: () => Promise<void>;
};

export type DictatedModel = Awaited<ReturnType<typeof startDictatedModel>>;

/** What browsers round, in pixels. */
const roundingPx = 2;

/** A model whose reply comes as the test says it. */
export async function startDictatedModel() {
  const asked = Promise.withResolvers<ServerResponse>();
  const model = await startScriptedModel((response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    asked.resolve(response);
  });
  const write = async (text: string) => (await asked.promise).write(delta({ content: text }));
  let told = 0;
  return {
    url: model.url,
    close: model.close,
    write,
    end: async () => (await asked.promise).end(`${delta({}, 'stop')}${event('[DONE]')}`),
    /** Tells so many paragraphs, each after the page has shown the one before. */
    async tell({ evaluate }: Reader, count: number) {
      for (let at = 0; at < count; at++) {
        const text = `Piece ${++told}.`;
        await write(`${text}\n\n`);
        await until(() => evaluate(`document.querySelector('main').innerText.includes('${text}')`));
      }
    },
  };
}

/** While a reply streams: every way up lets go at once, and only the reader's own way to the very end takes hold again. */
export async function scrollsAsTheReaderWants(reader: Reader, model: DictatedModel) {
  await model.tell(reader, 30);
  await follows(reader, model, 'from the beginning');

  await letsGo(reader, model, 'a small step of the wheel', () => reader.wheel(-20));
  await toTheVeryEnd(reader);
  await follows(reader, model, 'at the end again by the wheel');

  // In the field these keys move the caret.
  await reader.evaluate("document.querySelector('main').focus({ preventScroll: true })");
  for (const key of ['ArrowUp', 'PageUp', 'Home']) {
    await letsGo(reader, model, key, () => reader.press(key));
    await reader.toEnd();
    await follows(reader, model, `at the end again by the button, after ${key}`);
  }

  await letsGo(reader, model, "the browser's find", () => reader.evaluate('scrollBy(0, -300)'));
  await reader.toEnd();

  await becomesShorter(reader, model);
  await follows(reader, model, 'after the reply became shorter');
}

export async function letsGo(
  reader: Reader,
  model: DictatedModel,
  name: string,
  moveUp: () => Promise<void>,
) {
  const { top: before } = await atRest(reader);
  await reader.evaluate(growsWithTheNextMove);
  await moveUp();
  await model.tell(reader, 1);
  const { top } = await atRest(reader);
  assert.ok(top < before, `${name}: the view moved down by ${top - before} px`);
  await model.tell(reader, 49);
  assert.equal((await atRest(reader)).top, top, `${name}: the view moved later`);
}

/** The worst moment for a piece: after the movement has begun, and before the page has scrolled. */
const growsWithTheNextMove = `{
  const { style, offsetHeight } = document.querySelector('article').parentElement;
  const once = new AbortController();
  const grow = () => {
    once.abort();
    style.minBlockSize = offsetHeight + 1000 + 'px';
  };
  for (const move of ['wheel', 'keydown', 'touchmove'])
    addEventListener(move, grow, { passive: true, signal: once.signal });
}`;

export async function follows(reader: Reader, model: DictatedModel, name: string) {
  await model.tell(reader, 5);
  const { toEnd } = await atRest(reader);
  assert.ok(toEnd <= roundingPx, `${name}: ${toEnd} px to the end`);
}

/** A definition of a link is a paragraph until its title ends. Then it is no text at all. */
async function becomesShorter(reader: Reader, model: DictatedModel) {
  const height = () => reader.evaluate<number>('document.documentElement.scrollHeight');
  const before = await height();
  await model.write(`[heron]: https://example.org "${'a very long title\n'.repeat(100)}`);
  await until(async () => (await height()) > before + 300);
  await model.write('"\n\n');
  await until(async () => (await height()) < before + 100);
  await reader.evaluate(growsAgainAtOnce);
}

/** Shorter in one frame, and longer again before the browser tells of its own scrolling. */
const growsAgainAtOnce = `new Promise((resolve) => {
  const { style } = document.querySelector('article').parentElement;
  const nextFrame = (act) => requestAnimationFrame(() => requestAnimationFrame(act));
  style.paddingBlockEnd = '600px';
  nextFrame(() => {
    style.paddingBlockEnd = '';
    setTimeout(() => {
      style.paddingBlockEnd = '300px';
      nextFrame(resolve);
    });
  });
})`;

async function toTheVeryEnd(reader: Reader) {
  await reader.wheel(100_000);
  await until(async () => (await placeOf(reader)).toEnd <= roundingPx);
}

/** The place when nothing has moved for ten frames. */
async function atRest(reader: Reader) {
  await reader.evaluate(`new Promise((resolve) => {
    let [top, still] = [scrollY, 0];
    const look = () => {
      still = scrollY === top ? still + 1 : 0;
      top = scrollY;
      if (still === 10) resolve();
      else requestAnimationFrame(look);
    };
    look();
  })`);
  return placeOf(reader);
}

export function placeOf({ evaluate }: Pick<Reader, 'evaluate'>): Promise<{ top: number; toEnd: number }> {
  return evaluate('({ top: scrollY, toEnd: document.documentElement.scrollHeight - innerHeight - scrollY })');
}
