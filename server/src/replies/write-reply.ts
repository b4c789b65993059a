import type { Database } from '@foyer/database';
import type { MessageStatus } from '@foyer/database/tables';
import type { Refusal } from '@foyer/policy';
import { type Message, sealMessage } from '../chats/messages.ts';
import { countTokens } from '../code-limits/count-tokens.ts';
import type { UseOfDay } from '../code-limits/use-of-day.ts';
import { describeError } from '../models/describe-error.ts';
import type { Model } from '../models/open-model.ts';
import { type Ending, streamModel, type Timeouts } from '../models/stream-model.ts';
import type { Log } from '../telemetry/log.ts';
import type { Question } from './question/question.ts';
import { withdrawQuestion } from './question/withdraw-question.ts';
import { keepRenewing } from './renew-lease.ts';
import type { ReplyBuffer } from './reply-buffer.ts';
import { isWorthKeeping, openReplyParts, type ReplyChunk } from './reply-parts.ts';
import { saveEnded } from './save-reply.ts';
import type { LeaseWatch } from './watch-leases.ts';

export type WritingDeps = {
  database: Pick<Database, 'db' | 'atomically'>;
  log: Log;
  now: () => number;
  pace: Timeouts & {
    /** The longest pause between renewals, in milliseconds. */
    renewMs: number;
    /** The longest time to notice a lost lease, in milliseconds. */
    lookMs: number;
    /** How long a finished reply waits for an unavailable database, in milliseconds. */
    keepMs: number;
  };
  leases: LeaseWatch;
  onModelEnded: (durationMs: number) => void;
  /** Counts what a code brought. */
  noteUse: UseOfDay['add'];
};

export type Writing = {
  messageId: string;
  buffer: ReplyBuffer<ReplyChunk>;
  controller: AbortController;
  /** Set before the end, when the model cannot take the question. */
  refusal?: Refusal;
};

/** Writes a reply, then saves it. Never throws. */
export async function writeReply(
  deps: WritingDeps,
  question: Question,
  model: Model,
  writing: Writing,
): Promise<void> {
  const { log, now, pace } = deps;
  const { lease, keys, conversation, kept = 1, learnt = {}, sent = null, grown = null } = question;
  const { codeLimits = null } = question;
  const { messageId, buffer, controller } = writing;
  const parts = openReplyParts(buffer, messageId, grown);
  const position = grown?.position ?? (conversation.at(-1)?.position ?? -1) + 1;
  const { assistant, promptDigest, name } = model;
  const replyWith = (
    status: MessageStatus,
    { ending = null, leftOut = 0 }: Partial<Ending> = {},
  ): Message => ({
    id: messageId,
    position,
    role: 'assistant',
    ...parts.soFar(),
    status,
    ending,
    leftOut: leftOut || grown?.leftOut || null,
    writer: { assistant, model: name, promptDigest },
    createdAt: now(),
  });
  /** Nothing is saved of an empty reply, and a message that did not grow stays as it is. */
  const toSave = (message: Message) => {
    const isNews = grown ? parts.hasGrown() : isWorthKeeping(message);
    return isNews ? message : null;
  };

  const seal = (message: Message) => sealMessage(keys, lease.chatId, message);
  const { signal } = controller;
  const renewal = keepRenewing({ ...deps, renewMs: pace.renewMs }, lease, {
    replySoFar: () => toSave(replyWith('interrupted')),
    seal,
    onLost: () => controller.abort('stopped'),
  });
  const begun = performance.now();
  const asked = { conversation, kept, learnt, signal, hear: parts.hear, timeouts: pace };
  const ended = await streamModel(model, asked);
  parts.flush();
  deps.onModelEnded(performance.now() - begun);
  const { status, failure, retryAfterMs } = ended;
  if (failure) log('the model failed', { status, ...failure }, 'warn');
  const held = await renewal.end();
  const isWithdrawn = ended.isTooLong && question.isMessage === true;
  const count = async () => {
    if (!codeLimits) return;
    deps.noteUse(codeLimits.codeId, { tokens: ended.usage.tokens, messages: isWithdrawn ? -1 : 0 });
    await countTokens(deps.database, codeLimits, ended.usage).catch((error) =>
      log('the tokens of a reply could not be counted', describeError(error), 'error'),
    );
  };
  try {
    if (ended.isTooLong) {
      await withdrawQuestion(deps.database, held, sent);
      await count();
      writing.refusal = 'MESSAGE_TOO_LONG_FOR_MODEL';
      buffer.append({ type: 'error', errorText: writing.refusal });
    } else {
      // An order: save, then announce the end, so that a reader can ask again at once.
      const message = replyWith(status, ended);
      const saved = toSave(message);
      const saving = { message: saved && seal(saved), learnt: ended.learnt, signal, timeoutMs: pace.keepMs };
      const isKept = await saveEnded(deps.database, held, saving);
      // Before the end is announced: the next question must see it.
      await count();
      const shown = saved === null && grown ? grown : message;
      // A lost reply ends as stopped for its readers.
      const isWell = !isKept || status === 'complete' || status === 'stopped';
      parts.finish(isKept ? shown : { ...message, status: 'stopped' }, { isWell, retryAfterMs });
    }
  } catch (error) {
    log('a reply could not be saved', describeError(error), 'error');
    buffer.append({ type: 'error', errorText: 'MODEL_FAILED' });
  }
  buffer.end();
}
