import type { Match } from './search.ts';

const encoder = new TextEncoder();

/**
 * Matches as they are found, one line of JSON each, and a last line that says whether all was looked through.
 *
 * @param end called when nothing more is written: the search is over, or nobody reads any more
 * @param report told of what has broken the search off
 */
export function streamMatches(
  matches: AsyncGenerator<Match, boolean>,
  { end, report }: { end: () => void; report: (error: unknown) => void },
): Response {
  const body = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { value, done } = await matches.next().catch((error) => {
          report(error);
          return { value: false, done: true } as const;
        });
        if (!done) return controller.enqueue(lineOf(value));
        end();
        controller.enqueue(lineOf({ isComplete: value }));
        controller.close();
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  );
  return new Response(body, {
    headers: {
      'content-type': 'application/x-ndjson',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}

function lineOf(value: Match | { isComplete: boolean }): Uint8Array {
  return encoder.encode(`${JSON.stringify(value)}\n`);
}
