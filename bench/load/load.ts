import { Client } from 'undici';
import { apart } from '../measure/child-process.ts';
import { requestOf, type Wish } from './requests.ts';

type Load = { origins: string[]; wish: Wish; clients: number; seconds: number };

const warmUpSeconds = 1;

/**
 * Lets clients ask without a pause, each for the next when it is answered, from a process of its own.
 *
 * @param origins are shared out among the clients
 * @returns how many were answered in a second
 */
export const load = apart(
  import.meta.url,
  async ({ origins, wish, clients, seconds }: Load): Promise<number> => {
    let answered = 0;
    let isOver = false;
    const come = async (_: unknown, i: number) => {
      const origin = origins[i % origins.length] ?? '';
      const client = new Client(origin);
      while (!isOver) {
        await ask(client, requestOf(wish, origin));
        answered++;
      }
      await client.close();
    };
    const coming = Promise.all(Array.from({ length: clients }, come));
    const perSecond = await measureRate(() => answered, seconds, coming);
    isOver = true;
    await coming;
    return perSecond;
  },
);

/** Asks once; anything but a good answer ends the measurement. */
export async function ask(client: Client, request: ReturnType<typeof requestOf>) {
  const { statusCode, body } = await client.request(request);
  const text = await body.text();
  if (statusCode !== 200) throw new Error(`${request.path}: ${statusCode} ${text}`);
}

/** How fast a count grows after a while of warming up; fails when what makes it grow does. */
export async function measureRate(
  count: () => number,
  seconds: number,
  growing: Promise<unknown>,
): Promise<number> {
  await Promise.race([wait(warmUpSeconds), growing]);
  const [from, begun] = [count(), performance.now()];
  await Promise.race([wait(seconds), growing]);
  return ((count() - from) / (performance.now() - begun)) * 1000;
}

function wait(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
