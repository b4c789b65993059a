import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'undici';
import { runInChildProcess } from '../measure/child-process.ts';
import { type Latencies, latenciesOf } from '../measure/latencies.ts';
import { ask } from './load.ts';
import { type RequestKind, requestOf } from './requests.ts';

type PacedLoad = { origin: string; request: RequestKind; everyMs: number; seconds: number };

// Sends requests at fixed times, even if earlier ones are unanswered. Returns latencies from these times, in ms.
export const pacedLoad = runInChildProcess(
  import.meta.url,
  async ({ origin, request, everyMs, seconds }: PacedLoad): Promise<Latencies> => {
    const clients = Array.from({ length: 20 }, () => new Client(origin));
    for (const client of clients) await ask(client, requestOf(request, origin));
    const latencies: number[] = [];
    const begun = performance.now();
    const asked: Promise<void>[] = [];
    for (let i = 0; i < (seconds * 1000) / everyMs; i++) {
      const due = begun + i * everyMs;
      await wait(Math.max(0, due - performance.now()));
      const client = clients[i % clients.length];
      if (client)
        asked.push(
          ask(client, requestOf(request, origin)).then(() => void latencies.push(performance.now() - due)),
        );
    }
    await Promise.all(asked);
    return latenciesOf(latencies);
  },
);
