import { randomUUID } from 'node:crypto';
import type { Model } from '../models/open-model.ts';
import type { Question } from './ask.ts';
import { cancelRemote } from './cancel-remote.ts';
import { openReplyBuffer } from './reply-buffer.ts';
import { watchLeases } from './watch-leases.ts';
import { type ReplyChunk, type Writing, type WritingParts, writeReply } from './write-reply.ts';

export type Replies = ReturnType<typeof openReplies>;

/** A reply that is being written in this process. */
export type RunningReply = { messageId: string; read: () => AsyncGenerator<ReplyChunk[]> };

type Running = Writing & { chatId: string; written: Promise<void> };

/** A logout on another server ends a reply within a second, also where the server is busy. */
const lookMs = 600;

const patient = { renewMs: 10_000, lookMs, silentMs: 120_000, totalMs: 600_000, keepMs: 45_000 };

type Parts = Pick<WritingParts, 'database' | 'log'> & {
  now?: WritingParts['now'];
  pace?: Partial<WritingParts['pace']> | undefined;
  onModelEnded?: WritingParts['onModelEnded'];
};

/** The replies that are being written. They do not depend on anybody's listening. */
export function openReplies({ database, log, now = Date.now, pace, onModelEnded = () => {} }: Parts) {
  const paces = { ...patient, ...pace };
  const leases = watchLeases({ db: database.db, log, lookMs: paces.lookMs });
  const parts = { database, log, now, pace: paces, leases, onModelEnded };
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
    /** Begins to write the reply to a question. Not to be called inside a transaction. */
    begin: (question: Question, model: Model): RunningReply => {
      const { userId, chatId } = question.lease;
      // A reply that still runs here has lost its lease.
      runningOf.get(userId)?.controller.abort('stopped');
      const writing: Writing = {
        messageId: randomUUID(),
        buffer: openReplyBuffer(),
        controller: new AbortController(),
      };
      if (isClosing) writing.controller.abort('interrupted');
      const written = writeReply(parts, question, model, writing).finally(() => {
        if (runningOf.get(userId)?.messageId === writing.messageId) runningOf.delete(userId);
      });
      runningOf.set(userId, { ...writing, chatId, written });
      return { messageId: writing.messageId, read: writing.buffer.read };
    },

    /** How many replies are being written. */
    count: (): number => runningOf.size,

    /** The reply that is being written in a chat. */
    of: (userId: string, chatId: string): RunningReply | undefined => {
      const running = runningOf.get(userId);
      return running?.chatId === chatId
        ? { messageId: running.messageId, read: running.buffer.read }
        : undefined;
    },

    /** Ends the reply in a chat and waits for its writer; what was written stays. Not to be called inside a transaction. */
    stop: async (userId: string, chatId: string): Promise<void> => {
      if (runningOf.get(userId)?.chatId === chatId) await end(userId, 'stopped');
      else await cancelRemote(database.db, { userId, chatId }, now());
    },

    /** Ends whatever is being written for a person and waits for its writer. Not to be called inside a transaction. */
    stopAllOf: (userId: string): Promise<void> => end(userId, 'stopped'),

    /**
     * Waits for all replies, then ends those that are left, and those that still come, as interrupted.
     *
     * @param graceMs how long they may take to end by themselves, in milliseconds
     */
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
