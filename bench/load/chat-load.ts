import { startModel } from '../baselines/model.ts';
import type { Bench, Kind } from '../measure/bench.ts';
import { type Foyer, startFoyer } from '../measure/foyer.ts';
import { makeCodes } from './codes.ts';
import { signInMany } from './people.ts';
import { replies, type Spoken } from './replies.ts';

export type Talk = AsyncDisposable & {
  foyer: Foyer;
  throughFoyer: Spoken;
  direct: Extract<Spoken, { model: string }>;
};

/** Foyer with a model and chatting guests, and as many users who ask the model directly. */
export async function openTalk(
  bench: Bench,
  kind: Kind,
  { people, ...pace }: { people: number; tokens: number; tokensPerSecond: number },
): Promise<Talk> {
  await using stack = new AsyncDisposableStack();
  const place = stack.use(await bench.place(kind));
  const model = stack.use(await startModel(pace));
  const codes = await makeCodes(place.url, 1);
  const settings = { MODEL_URL: model.answer, MODEL_NAME: 'bench', GUEST_MESSAGES_PER_HOUR: '1000000' };
  const foyer = stack.use(await startFoyer(place.url, settings));
  const cookies = await signInMany(foyer.origin, { want: 'enter', codes }, people);
  const kept = stack.move();
  return {
    foyer,
    throughFoyer: { foyer: foyer.origin, cookies },
    direct: { model: model.answer, people },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

/** Warms up the server, so that we do not measure compilation. */
export async function warmUp(whom: Spoken) {
  await replies({ whom, rehearsed: false, seconds: 6, startWithinMs: 1000 });
}
