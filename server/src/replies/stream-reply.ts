import { UI_MESSAGE_STREAM_HEADERS } from 'ai';
import type { RunningReply } from './replies.ts';
import type { ReplyChunk } from './reply-parts.ts';

const encoder = new TextEncoder();
const doneEvent = encoder.encode('data: [DONE]\n\n');
const heartbeat = encoder.encode(': keep-alive\n\n');

// The SDK's own writer takes twice the time. Heartbeats after `quietMs`: proxies close silent connections.
export function streamReply({ read }: RunningReply, heartbeatMs: number): Response {
  const parts = read();
  let quiet: NodeJS.Timeout | undefined;
  let isGone = false;
  const body = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        quiet ??= setInterval(() => controller.enqueue(heartbeat), heartbeatMs);
        const { value, done } = await parts.next();
        if (isGone) return;
        quiet.refresh();
        if (!done) return controller.enqueue(encoder.encode(value.map(eventOf).join('')));
        clearInterval(quiet);
        controller.enqueue(doneEvent);
        controller.close();
      },
      cancel: () => {
        isGone = true;
        clearInterval(quiet);
      },
    },
    // Do not start before someone reads: nobody reads or cancels the response to a HEAD.
    { highWaterMark: 0 },
  );
  return new Response(body, {
    headers: { ...UI_MESSAGE_STREAM_HEADERS, 'cache-control': 'no-store, no-transform' },
  });
}

function eventOf(part: ReplyChunk): string {
  return `data: ${JSON.stringify(part)}\n\n`;
}
