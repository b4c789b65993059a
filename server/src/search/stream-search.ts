import type { Match } from './search.ts';

const encoder = new TextEncoder();

/** One JSON line per match; the last line says whether the search was complete. `end`: finished or abandoned. */
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
