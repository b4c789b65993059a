import { setTimeout as wait } from 'node:timers/promises';
import { delta, event, startScriptedModel } from '../../testing/server/scripted-model.ts';
import { signIn } from '../load/people.ts';
import type { Bench } from '../measure/bench.ts';
import { startFoyer } from '../measure/foyer.ts';
import { percentile } from '../measure/interleave.ts';
import { ms, type Result, rounded } from '../measure/result.ts';
import { openSlowPage, type SlowPage } from '../measure/slow-page.ts';

const tokensPerSecond = 100;
const keys = 100;
/** A quick typist, in milliseconds per key. */
const keyMs = 100;
/** Event Timing reports nothing that took less, in milliseconds. */
const leastMs = 16;
const most = 50;

/** The delay of a key while a reply streams. */
export async function typing(bench: Bench): Promise<Result[]> {
  await using place = await bench.place('sqlite');
  const model = await startScriptedModel(async (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (let at = 0; !response.destroyed; at++) {
      response.write(delta({ content: tokenAt(at) }));
      await wait(1000 / tokensPerSecond);
    }
    response.end(event('[DONE]'));
  });
  await using foyer = await startFoyer(place.url, { MODEL_URL: model.url, MODEL_NAME: 'scripted' });
  const cookie = await signIn(foyer.origin, { type: 'register' });
  await using slow = await openSlowPage(foyer.origin, cookie);
  const limit = await delayOfKeys(slow);
  await slow.page.getByRole('textbox', { name: 'Message' }).fill('Tell me everything');
  await slow.page.keyboard.press('Enter');
  await slow.page.getByRole('article', { name: 'Assistant' }).filter({ hasText: 'word50' }).waitFor();
  const figure = await delayOfKeys(slow);
  await model.close();
  return [
    {
      work: 'a key while a reply streams at 100 tokens a second, processor slowed four times',
      beside: 'the same without a reply',
      figure: `p95 ${ms(figure)}`,
      limit: `p95 ${ms(limit)}`,
      ratio: rounded(figure / limit),
      goal: `≤ ${most} ms`,
      met: figure <= most,
    },
  ];
}

/** The 95th percentile of the input delay (Event Timing), in milliseconds. */
async function delayOfKeys({ page, slowly }: SlowPage): Promise<number> {
  await page.evaluate(`{
    window.delays = [];
    new PerformanceObserver((list) => {
      for (const { name, processingStart, startTime } of list.getEntries())
        if (name === 'keydown') window.delays.push(processingStart - startTime);
    }).observe({ type: 'event', durationThreshold: ${leastMs} });
  }`);
  await page.getByRole('textbox', { name: 'Message' }).focus();
  await slowly(async () => {
    for (let key = 0; key < keys; key++) {
      await page.keyboard.press('a');
      await wait(keyMs);
    }
  });
  const delays = await page.evaluate<number[]>('window.delays');
  const unreported = Array.from({ length: Math.max(0, keys - delays.length) }, () => leastMs);
  return percentile([...delays, ...unreported], 0.95);
}

/** Words with all that Markdown has: paragraphs, emphasis, lists, code. */
function tokenAt(at: number): string {
  if (at % 200 === 199) return '\n\n```js\nconst heron = wait(1);\n```\n\n';
  if (at % 50 === 49) return '\n\n- ';
  return at % 7 === 3 ? `**word${at}** ` : `word${at} `;
}
