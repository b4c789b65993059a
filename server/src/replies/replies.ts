import { randomUUID } from 'node:crypto';
import type { Refusal } from '@foyer/policy';
import type { Model } from '../models/open-model.ts';
import { cancelRemote } from './cancel-remote.ts';
import type { Question } from './question/question.ts';
import { openReplyBuffer } from './reply-buffer.ts';
import type { ReplyChunk } from './reply-parts.ts';
import { watchLeases } from './watch-leases.ts';
import { type Writing, type WritingDeps, writeReply } from './write-reply.ts';

export type Replies = ReturnType<typeof openReplies>;

export type RunningReply = { messageId: string; read: () => AsyncGenerator<ReplyChunk[]> };

export type BegunReply = RunningReply & {
  /** Why the model cannot take the question, if that is known within this time; else null. */
  refusal: (withinMs: number) => Promise<Refusal | null>;
};

type Running = Writing & { chatId: string; written: Promise<void> };

/** A logout on another server must end a reply within a second, also under load. */
const lookMs = 600;

/** A slow model on a small machine may write for an hour. */
const totalMs = 2 * 60 * 60 * 1000;

const defaultTiming = { renewMs: 10_000, lookMs, totalMs, keepMs: 45_000 };

type Deps = Pick<WritingDeps, 'database' | 'log'> & {
  now?: WritingDeps['now'];
  pace?: Partial<WritingDeps['pace']> | undefined;
  onModelEnded?: WritingDeps['onModelEnded'];
  noteUse?: WritingDeps['noteUse'];
};

export function openReplies({
  database,
  log,
  now = Date.now,
  pace,
  onModelEnded = () => {},
  noteUse = () => {},
}: Deps) {
  const timing = { ...defaultTiming, ...pace };
  const leases = watchLeases({ db: database.db, log, lookMs: timing.lookMs });
  const parts = { database, log, now, pace: timing, leases, onModelEnded, noteUse };
  const runningOf = new Map<string, Running>();
  let isClosing = false;

  const end = async (userId: string, status: 'stopped' | 'interrupted') => {
    const running = runningOf.get(userId);
    running?.controller.abort(status);
    await running?.written;
  };

  const lastWritten = async () => {
    while (runningOf.size > 0) await Promise.all(Array.from(runningOf.values(), ({ written }) => written));
  };

  return {
    /** Do not call it inside a transaction. */
    begin: (question: Question, model: Model): BegunReply => {
      const { userId, chatId } = question.lease;
      // This user's reply that still runs here has lost its lease.
      runningOf.get(userId)?.controller.abort('stopped');
      if (question.isMessage && question.codeLimits) noteUse(question.codeLimits.codeId, { messages: 1 });
      const writing: Writing = {
        messageId: question.grown?.id ?? randomUUID(),
        buffer: openReplyBuffer(),
        controller: new AbortController(),
      };
      if (isClosing) writing.controller.abort('interrupted');
      const written = writeReply(parts, question, model, writing).finally(() => {
        if (runningOf.get(userId)?.controller === writing.controller) runningOf.delete(userId);
      });
      runningOf.set(userId, { ...writing, chatId, written });
      const { messageId, buffer } = writing;
      // Its reader has the words of a continued message already.
      const from = buffer.length();
      const refusal = async (withinMs: number) => {
        await Promise.race([buffer.changed(), after(withinMs)]);
        return writing.refusal ?? null;
      };
      return { messageId, read: () => buffer.read(from), refusal };
    },

    count: (): number => runningOf.size,

    of: (userId: string, chatId: string): RunningReply | undefined => {
      const running = runningOf.get(userId);
      return running?.chatId === chatId
        ? { messageId: running.messageId, read: () => running.buffer.read() }
        : undefined;
    },

    /** The written part stays. Do not call it inside a transaction. */
    stop: async (userId: string, chatId: string): Promise<void> => {
      if (runningOf.get(userId)?.chatId === chatId) await end(userId, 'stopped');
      else await cancelRemote(database.db, { userId, chatId }, now());
    },

    /** Do not call it inside a transaction. */
    stopAllOf: (userId: string): Promise<void> => end(userId, 'stopped'),

    /** Waits for all replies, `graceMs` at most, then interrupts the rest. */
    close: async (graceMs = 0): Promise<void> => {
      await Promise.race([lastWritten(), after(graceMs)]);
      isClosing = true;
      await Promise.all([...runningOf.keys()].map((userId) => end(userId, 'interrupted')));
    },
  };
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
