/** A piece of code, where it begins, and the classes that colour it. */
export type Run = { at: number; text: string; className: string };

/** Which code is to be coloured. */
export type Wanted = { language: string; code: string };

/** How long one piece of code may take, the script included, in milliseconds. */
const timeoutMs = 10_000;

let worker: Worker | null = null;
let isGivenUp = false;
let last: Promise<unknown> = Promise.resolve();

/**
 * Colours code in a thread of its own, one piece after the other: for some texts that takes minutes. Null where there are no
 * colours for it. After one that takes too long, nothing is coloured any more until the page is loaded again.
 */
export function colour(wanted: Wanted): Promise<Run[] | null> {
  const coloured = last.then(() => (isGivenUp ? null : ask(wanted)));
  last = coloured;
  return coloured;
}

function ask(wanted: Wanted): Promise<Run[] | null> {
  worker ??= new Worker(new URL('./colour-worker.ts', import.meta.url), { type: 'module' });
  const asked = worker;
  return new Promise((resolve) => {
    const timer = setTimeout(giveUp, timeoutMs);
    asked.onerror = giveUp;
    asked.onmessage = ({ data }: MessageEvent<Run[] | null>) => {
      clearTimeout(timer);
      resolve(data);
    };
    asked.postMessage(wanted);

    function giveUp() {
      clearTimeout(timer);
      isGivenUp = true;
      asked.terminate();
      resolve(null);
    }
  });
}
