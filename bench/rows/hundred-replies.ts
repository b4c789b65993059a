import { alternate } from '../alternate.ts';
import { type Bench, nameOf, onBoth } from '../bench.ts';
import { replies } from '../replies.ts';
import { ms, rounded } from '../result.ts';
import { openTalk, warmUp } from '../talk.ts';
import { medianWaits, toldWaits } from '../waits.ts';

const people = 100;
const mostMs = 50;

/** A class that presses Enter at one word of its teacher. */
export function hundredReplies(bench: Bench) {
  return onBoth(async (kind) => {
    await using talk = await openTalk(bench, kind, { people, tokens: 40, tokensPerSecond: 40 });
    await warmUp(talk);
    const atOnce = { seconds: 0, startWithinMs: 0 };
    const measured = await alternate(5, {
      figure: () => replies({ whom: talk.throughFoyer, ...atOnce }),
      limit: () => replies({ whom: talk.direct, ...atOnce }),
    });
    const ours = medianWaits(measured.figures.map(({ first }) => first));
    const own = medianWaits(measured.limits.map(({ first }) => first));
    return {
      work: `first token of ${people} replies started at one moment, ${nameOf[kind]}`,
      beside: "the model's own, asked directly",
      figure: toldWaits(ours),
      limit: toldWaits(own),
      ratio: rounded(ours.p50 / own.p50),
      goal: `p50 ≤ ${ms(mostMs)}`,
      met: ours.p50 <= mostMs,
    };
  });
}
