import type { NewCode } from '@foyer/invitation-codes/codes';
import { openChatLoad, warmUp } from '../load/chat-load.ts';
import { makeCodes } from '../load/codes.ts';
import { load } from '../load/load.ts';
import { firstOf, replies } from '../load/replies.ts';
import { type Bench, nameOf, onBoth } from '../measure/bench.ts';
import { startFoyer } from '../measure/foyer.ts';
import { interleave, interleaveMedians } from '../measure/interleave.ts';
import { formatLatencies } from '../measure/latencies.ts';
import { rate, rounded } from '../measure/result.ts';

const clients = 32;
const seconds = 3;
const people = 64;
const terms: Partial<NewCode> = {
  messagesPerPerson: 1_000_000,
  messagesPerDay: 1_000_000,
  tokenBudget: 1_000_000_000_000,
  minutesPerPerson: 600,
};

/** What a code's terms cost at an entry. */
export function entryWithTerms(bench: Bench) {
  return onBoth(async (kind) => {
    await using place = await bench.place(kind);
    const [plain, limited] = [
      await makeCodes(place.url, 1),
      await makeCodes(place.url, 1, 1_000_000, { code: 'bench-with-terms', ...terms }),
    ];
    await using foyer = await startFoyer(place.url);
    const enter = (codes: string[]) => () =>
      load({ origins: [foyer.origin], request: { type: 'enter', codes }, clients, seconds });
    const medians = await interleaveMedians(3, { figure: enter(limited), limit: enter(plain) });
    const work = `guest entries with a code with terms, ${clients} clients, ${nameOf[kind]}`;
    return rate({ work, beside: 'a code without' }, medians, { atLeast: 0.9 });
  });
}

/** What limits and a budget that everybody shares cost at a question. */
export function questionWithTerms(bench: Bench) {
  return onBoth(async (kind) => {
    const pace = { people, tokens: 20, tokensPerSecond: 40 };
    await using plain = await openChatLoad(bench, kind, pace);
    await using limited = await openChatLoad(bench, kind, { ...pace, terms });
    const ask =
      ({ throughFoyer: target }: typeof plain) =>
      () =>
        replies({ target, rehearsed: true, seconds, startWithinMs: 1000 });
    await warmUp(plain.throughFoyer);
    await warmUp(limited.throughFoyer);
    const { figures, limits } = await interleave(3, { figure: ask(limited), limit: ask(plain) });
    const [withTerms, without] = [firstOf(figures), firstOf(limits)];
    return [
      {
        work: `first token with a budget and limits, ${people} at once with one code, ${nameOf[kind]}`,
        beside: 'a code without',
        figure: formatLatencies(withTerms),
        limit: formatLatencies(without),
        ratio: rounded(withTerms.p50 / without.p50),
        goal: 'p50 ≤ 1.1 ×',
        met: withTerms.p50 <= 1.1 * without.p50,
      },
    ];
  });
}
