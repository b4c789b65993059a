import { Client } from 'undici';
import { runInChildProcess } from '../measure/child-process.ts';
import { type RequestKind, requestOf } from './requests.ts';

type Load = { origins: string[]; request: RequestKind; clients: number; seconds: number };

const warmUpSeconds = 1;

// Clients in a child process send requests without a pause, each to one of `origins`. Returns responses per second.
export const load = runInChildProcess(
  import.meta.url,
  async ({ origins, request, clients, seconds }: Load): Promise<number> => {
    let answered = 0;
    let isOver = false;
    const come = async (_: unknown, i: number) => {
      const origin = origins[i % origins.length] ?? '';
      const client = new Client(origin);
      while (!isOver) {
        await ask(client, requestOf(request, origin));
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

/** Any response but a good one ends the measurement. */
export async function ask(client: Client, request: ReturnType<typeof requestOf>) {
  const { statusCode, body } = await client.request(request);
  const text = await body.text();
  if (statusCode !== 200) throw new Error(`${request.path}: ${statusCode} ${text}`);
}

/** The growth rate of a count after a warm-up. */
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
