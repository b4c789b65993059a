import type { Counts } from '../api/room.ts';

/** Reads server-sent events named `counts` from a stream, until it ends. */
export async function readEvents(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  onCounts: (counts: Counts) => void,
) {
  let rest = '';
  for await (const text of body.pipeThrough(new TextDecoderStream())) {
    const events = (rest + text).split(/\r?\n\r?\n/);
    rest = events.pop() ?? '';
    for (const event of events) {
      const lines = event.split(/\r?\n/);
      const fieldOf = (name: string) =>
        lines
          .filter((line) => line.startsWith(`${name}:`))
          .map((line) => line.slice(name.length + 1).replace(/^ /, ''))
          .join('\n');
      if (fieldOf('event') === 'counts') onCounts(JSON.parse(fieldOf('data')));
    }
  }
}
