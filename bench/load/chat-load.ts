import type { NewCode } from '@foyer/invitation-codes/codes';
import { startModel } from '../baselines/model.ts';
import type { Bench, Kind } from '../measure/bench.ts';
import { type Foyer, startFoyer } from '../measure/foyer.ts';
import { makeCodes } from './codes.ts';
import { signInEach } from './people.ts';
import { replies, type Target } from './replies.ts';

export type ChatLoad = AsyncDisposable & {
  foyer: Foyer;
  throughFoyer: Target;
  direct: Extract<Target, { model: string }>;
};

/** Foyer with a model and chatting guests, and as many users who ask the model directly. */
export async function openChatLoad(
  bench: Bench,
  kind: Kind,
  {
    people,
    terms = {},
    ...pace
  }: { people: number; tokens: number; tokensPerSecond: number; terms?: Partial<NewCode> },
): Promise<ChatLoad> {
  await using stack = new AsyncDisposableStack();
  const place = stack.use(await bench.place(kind));
  const model = stack.use(await startModel(pace));
  const codes = await makeCodes(place.url, 1, 1_000_000, terms);
  const settings = { MODEL_URL: model.answer, MODEL_NAME: 'bench', GUEST_MESSAGES_PER_HOUR: '1000000' };
  const foyer = stack.use(await startFoyer(place.url, settings));
  const cookies = await signInEach(foyer.origin, { type: 'enter', codes }, people);
  const kept = stack.move();
  return {
    foyer,
    throughFoyer: { foyer: foyer.origin, cookies },
    direct: { model: model.answer, people },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

/** Warms up the server, so that we do not measure compilation. */
export async function warmUp(target: Target) {
  await replies({ target, rehearsed: false, seconds: 6, startWithinMs: 1000 });
}
