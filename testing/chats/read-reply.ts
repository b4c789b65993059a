import { setTimeout as wait } from 'node:timers/promises';

export type ReadReply = { text: string; messageId?: string; status?: string; error?: string };

export async function readReply(response: Response): Promise<ReadReply> {
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  const heard: ReadReply = { text: '' };
  for (const line of (await response.text()).split('\n')) {
    if (!line.startsWith('data: {')) continue;
    const part = JSON.parse(line.slice('data: '.length));
    if (part.type === 'text-delta') heard.text += part.delta;
    if (part.type === 'start') heard.messageId = part.messageId;
    if (part.type === 'message-metadata') heard.status = part.messageMetadata.status;
    if (part.type === 'error') heard.error = part.errorText;
  }
  return heard;
}

/** Reads a stream until the first text, then disconnects. */
export async function readFirstWords(response: Response): Promise<void> {
  if (!response.body) throw new Error('nothing to hear');
  let heard = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    heard += chunk;
    if (heard.includes('text-delta')) return;
  }
}

/** Waits until the condition holds; gives up after `timeoutMs`. */
export async function until(holds: () => boolean | Promise<boolean>, timeoutMs = 15_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('it never held');
    await wait(5);
  }
}
