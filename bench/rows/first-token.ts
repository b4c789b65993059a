import { openChatLoad, warmUp } from '../load/chat-load.ts';
import { load } from '../load/load.ts';
import { firstOf, type ReplyTimes, replies } from '../load/replies.ts';
import { type Bench, nameOf, onBoth } from '../measure/bench.ts';
import { interleave } from '../measure/interleave.ts';
import { formatLatencies } from '../measure/latencies.ts';
import { ms, type Result, rounded } from '../measure/result.ts';

const people = 50;
const seconds = 3;
const most = { p50: 5, p99: 25 };

/** How much later a reply starts than from the model itself, while many are written. */
export function firstToken(bench: Bench) {
  return onBoth(async (kind) => {
    await using talk = await openChatLoad(bench, kind, { people, tokens: 40, tokensPerSecond: 40 });
    await warmUp(talk.throughFoyer);
    const begin = { rehearsed: true, seconds, startWithinMs: 1000 };
    const speak = () => replies({ target: talk.throughFoyer, ...begin });
    const direct = () => replies({ target: talk.direct, ...begin });
    const register = () =>
      load({
        origins: [talk.foyer.origin],
        request: { type: 'register' },
        clients: 16,
        seconds: seconds + 2,
      });
    const whileRegistering = async () => (await Promise.all([speak(), register()]))[0];

    const work = `first token of a reply, ${people} at once, ${nameOf[kind]}`;
    const both = async () => ({ alone: await speak(), busy: await whileRegistering() });
    const { figures, limits } = await interleave(3, { figure: both, limit: direct });
    const alone = figures.map((round) => round.alone);
    const busy = figures.map((round) => round.busy);
    return [
      { work: `${work}, alone`, ...compared(alone, limits) },
      { work: `${work}, while 16 people register`, ...compared(busy, limits) },
    ];
  });
}

function compared(figures: ReplyTimes[], limits: ReplyTimes[]): Omit<Result, 'work'> {
  const ours = firstOf(figures);
  const own = firstOf(limits);
  return {
    beside: "the model's own, asked directly",
    figure: formatLatencies(ours),
    limit: formatLatencies(own),
    ratio: rounded(ours.p50 / own.p50),
    goal: `p50 + ${ms(most.p50)}, p99 + ${ms(most.p99)}`,
    met: ours.p50 - own.p50 <= most.p50 && ours.p99 - own.p99 <= most.p99,
  };
}
