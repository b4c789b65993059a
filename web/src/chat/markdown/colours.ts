/** A piece of code, its offset, and its CSS classes. */
export type Run = { at: number; text: string; className: string };

export type Wanted = { language: string; code: string };

/** How long to wait for one block of code, script included, in milliseconds. */
const timeoutMs = 10_000;

let worker: Worker | null = null;
let isGivenUp = false;
let last: Promise<unknown> = Promise.resolve();

/**
 * Colours code in a worker, one block after the other: some texts take minutes. Null for an unknown language. After one
 * timeout nothing is coloured until the page is reloaded.
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
