import { UI_MESSAGE_STREAM_HEADERS } from 'ai';
import type { RunningReply } from './replies.ts';
import type { ReplyChunk } from './write-reply.ts';

const encoder = new TextEncoder();
const lastWords = encoder.encode('data: [DONE]\n\n');
const signOfLife = encoder.encode(': keep-alive\n\n');

/**
 * A reply as the AI SDK's hook reads it: server-sent events. The SDK's own writer takes each part through four streams, and
 * twice the time.
 *
 * @param quietMs after how long without a part a sign of life is sent: proxies cut quiet lines
 */
export function streamReply({ read }: RunningReply, quietMs: number): Response {
  const parts = read();
  let quiet: NodeJS.Timeout | undefined;
  let isGone = false;
  const body = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        quiet ??= setInterval(() => controller.enqueue(signOfLife), quietMs);
        const { value, done } = await parts.next();
        if (isGone) return;
        quiet.refresh();
        if (!done) return controller.enqueue(encoder.encode(value.map(eventOf).join('')));
        clearInterval(quiet);
        controller.enqueue(lastWords);
        controller.close();
      },
      cancel: () => {
        isGone = true;
        clearInterval(quiet);
      },
    },
    // Nothing begins before somebody reads: the answer to a HEAD nobody reads, and nobody cancels.
    { highWaterMark: 0 },
  );
  return new Response(body, {
    headers: { ...UI_MESSAGE_STREAM_HEADERS, 'cache-control': 'no-store, no-transform' },
  });
}

function eventOf(part: ReplyChunk): string {
  return `data: ${JSON.stringify(part)}\n\n`;
}
