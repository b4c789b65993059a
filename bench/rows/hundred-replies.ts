import { startForwarder } from '../baselines/forwarder.ts';
import { openTalk, warmUp } from '../load/chat-load.ts';
import { firstOf, replies } from '../load/replies.ts';
import { type Bench, nameOf, onBoth } from '../measure/bench.ts';
import { alternate } from '../measure/interleave.ts';
import { toldWaits } from '../measure/latencies.ts';
import { ms, rounded } from '../measure/result.ts';

const people = 100;
const maxMs = 50;

/** A class that presses Enter at one word of its teacher. */
export function hundredReplies(bench: Bench) {
  return onBoth(async (kind) => {
    await using talk = await openTalk(bench, kind, { people, tokens: 40, tokensPerSecond: 40 });
    await using forwarder = await startForwarder({ model: talk.direct.model });
    const forwarded = { model: forwarder.answer, people };
    await warmUp(talk.throughFoyer);
    const atOnce = { rehearsed: true, seconds: 0, startWithinMs: 0 };
    const { figures, limits } = await alternate(3, {
      figure: () => replies({ whom: talk.throughFoyer, ...atOnce }),
      limit: async () => ({
        own: await replies({ whom: talk.direct, ...atOnce }),
        forwarded: await replies({ whom: forwarded, ...atOnce }),
      }),
    });
    const ours = firstOf(figures);
    const own = firstOf(limits.map((round) => round.own));
    const bare = firstOf(limits.map((round) => round.forwarded));
    return {
      work: `first token of ${people} replies started at one moment, ${nameOf[kind]}`,
      beside: `the model's own, asked directly (through a server that only hands it on: ${toldWaits(bare)})`,
      figure: toldWaits(ours),
      limit: toldWaits(own),
      ratio: rounded(ours.p50 / own.p50),
      goal: `p50 ≤ ${ms(maxMs)}`,
      met: ours.p50 <= maxMs,
    };
  });
}
