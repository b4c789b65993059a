import type { Page } from 'playwright-core';

type Event = { name: string; pid: number; tid: number; tdur?: number; args: { name?: string } };

/** The longest task of a page, in milliseconds of CPU time: other programs may use the processor too. */
export async function longestTask(page: Page, act: () => Promise<void>): Promise<number> {
  const browser = page.context().browser();
  if (!browser) throw new Error('this page is in no browser of ours');
  const categories = ['toplevel', 'disabled-by-default-devtools.timeline'];
  await browser.startTracing(page, { categories });
  await act();
  const { traceEvents }: { traceEvents: Event[] } = JSON.parse((await browser.stopTracing()).toString());
  const threadOf = ({ pid, tid }: Event) => `${pid} ${tid}`;
  const isMain = ({ name, args }: Event) => name === 'thread_name' && args.name === 'CrRendererMain';
  const pages = new Set(traceEvents.filter(isMain).map(threadOf));
  const tasks = traceEvents.filter((event) => event.name === 'RunTask' && pages.has(threadOf(event)));
  if (tasks.length === 0) throw new Error('no task was seen');
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
}

/** Waits until a page has not changed for half a second. */
export async function atRest(page: Page) {
  await page.evaluate(`new Promise((resolve) => {
    let timer = setTimeout(resolve, 500);
    new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(resolve, 500);
    }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  })`);
}
