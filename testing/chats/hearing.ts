import { setTimeout as wait } from 'node:timers/promises';

/** The end of a stream, as a client hears it. */
export type Heard = { text: string; messageId?: string; status?: string; error?: string };

/** Hears a stream to its end. */
export async function hear(response: Response): Promise<Heard> {
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  const heard: Heard = { text: '' };
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

/** Hears a stream until it has said something, then leaves. */
export async function hearBeginning(response: Response): Promise<void> {
  if (!response.body) throw new Error('nothing to hear');
  let heard = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    heard += chunk;
    if (heard.includes('text-delta')) return;
  }
}

/** Waits until something holds; gives up after a while, in milliseconds. */
export async function until(holds: () => boolean | Promise<boolean>, timeoutMs = 15_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('it never held');
    await wait(5);
  }
}
