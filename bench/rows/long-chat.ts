import { atRest } from '../../e2e/tasks.ts';
import { fillOwnChats } from '../load/fill-own-chats.ts';
import { signIn } from '../load/people.ts';
import type { Bench } from '../measure/bench.ts';
import { startFoyer } from '../measure/foyer.ts';
import { interleaveMedians } from '../measure/interleave.ts';
import { ms, type Result, rounded } from '../measure/result.ts';
import { openSlowPage, type SlowPage } from '../measure/slow-page.ts';

const many = 2000;
const few = 10;
const rounds = 7;
const most = 300;

/** The time from the click in the list until the last message is painted. */
export async function longChat(bench: Bench): Promise<Result[]> {
  await using place = await bench.place('sqlite');
  await using foyer = await startFoyer(place.url);
  const pageWith = async (messages: number) => {
    const cookie = await signIn(foyer.origin, { type: 'register' });
    await fillOwnChats(place.url, messages, { chats: 1, textAt });
    return openSlowPage(foyer.origin, cookie);
  };
  await using long = await pageWith(many);
  await using short = await pageWith(few);
  const { figure, limit } = await interleaveMedians(rounds, {
    figure: () => timeToOpen(long, many),
    limit: () => timeToOpen(short, few),
  });
  return [
    {
      work: 'a chat of 2,000 messages is opened, processor slowed four times',
      beside: 'one of 10 messages',
      figure: `p50 ${ms(figure)}`,
      limit: `p50 ${ms(limit)}`,
      ratio: rounded(figure / limit),
      goal: `≤ ${most} ms`,
      met: figure <= most,
    },
  ];
}

async function timeToOpen({ page, slowly }: SlowPage, messages: number): Promise<number> {
  await page.goto('/chat');
  const chat = page.getByRole('link', { name: 'Herons' });
  await chat.waitFor();
  await atRest(page);
  // `void`: it would wait for the promise.
  await page.evaluate(`void (window.painted = new Promise((resolve) => {
    addEventListener('click', () => {
      const begun = performance.now();
      const look = () => {
        const last = [...document.querySelectorAll('article')].at(-1);
        // The message is painted after this frame, and before the next task.
        if (last?.innerText.includes('Message ${messages - 1}.'))
          setTimeout(() => resolve(performance.now() - begun));
        else requestAnimationFrame(look);
      };
      look();
    }, { capture: true, once: true });
  }))`);
  return slowly(async () => {
    await chat.click();
    return page.evaluate<number>('window.painted');
  });
}

function textAt(position: number): string {
  return position % 2 === 0
    ? `Message ${position}. Where does the heron sleep, and what does it eat in winter?`
    : `**Message ${position}.** The grey heron stands still in the shallow water and waits.\n\n- fish\n- frogs\n\nIt sleeps in \`trees\`.`;
}
