import { type Database, unavailable } from '@foyer/database';
import { problemOfStorage, takeStorage } from '../../chats/storage-quota.ts';
import { countMessage, problemOfLimits } from '../../code-limits/code-limits.ts';
import { spendModelCall, untilNextDay } from '../../models/model-calls.ts';
import type { Model } from '../../models/open-model.ts';
import { newLease, takeLease } from '../lease.ts';
import { type ChatState, readState } from './chat-state.ts';
import type { AskInput, AskResult, Plan, Refused } from './question.ts';
import { quotaOf, spendMessage, untilNextMessage } from './quota.ts';
export type QuestionStore = Pick<Database, 'atomically' | 'reads'>;

const maxRounds = 10;

/** Reads, plans and writes all or nothing; if something has changed meanwhile it starts again. */
export async function ask(
  { atomically, reads }: QuestionStore,
  input: AskInput,
  plan: (state: ChatState, model: Model) => Plan | Refused,
): Promise<AskResult> {
  const { person, chatId, limits, now, noteModelCalls } = input;
  const counted = { userId: person.id, ...quotaOf(person, limits), now };
  const perDay = limits.modelCallsPerDay;
  const at = { now, timeZone: limits.timeZone };
  for (let round = 0; round < maxRounds; round++) {
    const state = await readState(reads, input);
    if ('refusal' in state) return state;
    const model = await input.modelFor(state.assistant);
    const planned = plan(state, model);
    if ('refusal' in planned) return planned;
    const {
      isCounted = true,
      isMessage = isCounted,
      conversation,
      kept = 1,
      sent = null,
      grown = null,
    } = planned;
    const waitMs = isCounted ? untilNextMessage(state.window, counted) : 0;
    if (waitMs > 0) return { refusal: 'TOO_MANY_MESSAGES', waitMs };
    const spent = problemOfLimits(state.codeLimits, isMessage, at);
    if (spent) return spent;
    const problem = problemOfStorage(state.stored, planned.added, limits);
    if (problem) return { refusal: problem };
    if (perDay !== null && state.modelCalls >= perDay) {
      noteModelCalls(state.modelCalls, now);
      return { refusal: 'MODEL_CALLS_SPENT', waitMs: untilNextDay(now) };
    }

    const { codeLimits } = state;
    const lease = newLease({ userId: person.id, chatId }, now);
    // Each statement checks and counts: one exceeded limit undoes them all.
    const isDone = await atomically((db) => [
      takeStorage(db, person.id, planned.added, limits),
      ...(isCounted ? [spendMessage(db, counted)] : []),
      ...(isMessage && codeLimits ? [countMessage(db, codeLimits, at)] : []),
      ...planned.changes(db),
      takeLease(db, lease, now),
      // Last, because every question locks this row.
      ...(perDay === null ? [] : [spendModelCall(db, { perDay, now })]),
    ]);
    if (!isDone) continue;
    if (perDay !== null) noteModelCalls(state.modelCalls + 1, now);
    const { keys } = input;
    const { learnt } = state;
    const counts = sent && { ...sent, redemptionId: isMessage ? (codeLimits?.redemptionId ?? null) : null };
    return { lease, keys, model, conversation, kept, learnt, isMessage, sent: counts, grown, codeLimits };
  }
  throw unavailable('overloaded', new Error('a question was overtaken again and again'));
}
