import { openTalk } from '../load/chat-load.ts';
import { type Heard, replies } from '../load/replies.ts';
import { type Bench, nameOf, onBoth } from '../measure/bench.ts';
import { alternate, median } from '../measure/interleave.ts';
import { maxMegabytes } from '../measure/memory.ts';
import { ms, rounded } from '../measure/result.ts';

const people = 500;
const pace = { tokens: 80, tokensPerSecond: 40 };
const maxMs = 250;

/** Whether many replies are passed on as fast as the model speaks, and what memory that takes. */
export function fiveHundredReplies(bench: Bench) {
  return onBoth(async (kind) => {
    await using talk = await openTalk(bench, kind, { people, ...pace });
    const once = { rehearsed: false, seconds: 0, startWithinMs: 1000 };
    const measured = await alternate(3, {
      figure: () => replies({ whom: talk.throughFoyer, ...once }),
      limit: () => replies({ whom: talk.direct, ...once }),
    });
    const [ours, own] = [heardOf(measured.figures), heardOf(measured.limits)];
    return {
      work: `${people} replies at once, ${pace.tokensPerSecond} tokens a second each, ${nameOf[kind]}`,
      beside: "the model's own, heard directly",
      figure: `${told(ours)}; ${maxMegabytes(talk.foyer.pid)} MB resident at the most`,
      limit: told(own),
      ratio: rounded(ours.longestGapMs / own.longestGapMs),
      goal: `longest silence + ${ms(maxMs)}`,
      met: ours.longestGapMs - own.longestGapMs <= maxMs,
    };
  });
}

type Pace = { longestGapMs: number; firstMs: number; wholeMs: number };

function heardOf(rounds: Heard[]): Pace {
  return {
    longestGapMs: median(rounds.map(({ longestGapMs }) => longestGapMs)),
    firstMs: median(rounds.map(({ first }) => first.p50)),
    wholeMs: median(rounds.map(({ whole }) => whole.p50)),
  };
}

function told({ longestGapMs, firstMs, wholeMs }: Pace): string {
  return `longest silence ${ms(longestGapMs)}; first word ${ms(firstMs)}, whole reply ${ms(wholeMs)} at p50`;
}
