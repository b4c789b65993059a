import type { Database } from '@foyer/database';
import type { MessageStatus } from '@foyer/database/tables';
import type { UIMessageChunk } from 'ai';
import { type Message, type MessageMetadata, sealMessage } from '../chats/messages.ts';
import { describeError } from '../models/describe-error.ts';
import type { Model } from '../models/open-model.ts';
import { type Ending, streamModel, type Timeouts } from '../models/stream-model.ts';
import type { Log } from '../telemetry/log.ts';
import type { Question } from './ask.ts';
import { gatherWords } from './gather-words.ts';
import { keepRenewing } from './renew-lease.ts';
import type { ReplyBuffer } from './reply-buffer.ts';
import { saveEnded } from './save-reply.ts';
import type { LeaseWatch } from './watch-leases.ts';

export type ReplyChunk = UIMessageChunk<MessageMetadata>;

export type WritingParts = {
  database: Pick<Database, 'db' | 'atomically'>;
  log: Log;
  now: () => number;
  pace: Timeouts & {
    /** How often at least a lease is renewed, in milliseconds. */
    renewMs: number;
    /** How long it takes at most until it is noticed that a lease is lost, in milliseconds. */
    lookMs: number;
    /** How long a reply that has ended waits for a database that cannot be asked, in milliseconds. */
    keepMs: number;
  };
  leases: LeaseWatch;
  /** Told when the model has ended, and how long it has taken, in milliseconds. */
  onModelEnded: (durationMs: number) => void;
};

/** A reply while it is being written. */
export type Writing = {
  messageId: string;
  buffer: ReplyBuffer<ReplyChunk>;
  /** Its signal's reason is the status that the reply is to have. */
  controller: AbortController;
};

/** Writes the reply to a question to whoever listens, then keeps it. Never throws. */
export async function writeReply(
  parts: WritingParts,
  { lease, keys, conversation }: Question,
  model: Model,
  { messageId, buffer, controller }: Writing,
): Promise<void> {
  const { log, now, pace } = parts;
  let text = '';
  const words = gatherWords((delta) => buffer.append({ type: 'text-delta', id: 'text', delta }));
  const hear = (delta: string) => {
    // PostgreSQL cannot store NUL.
    const heard = delta.replaceAll('\0', '');
    if (heard === '') return;
    if (text === '') buffer.append({ type: 'start', messageId }, { type: 'text-start', id: 'text' });
    text += heard;
    words.add(heard);
  };

  const position = (conversation.at(-1)?.position ?? -1) + 1;
  const written = (status: MessageStatus): Message => ({
    id: messageId,
    position,
    role: 'assistant',
    text,
    status,
    createdAt: now(),
  });

  const seal = (message: Message) => sealMessage(keys, lease.chatId, message);
  const { signal } = controller;
  const hold = keepRenewing({ ...parts, renewMs: pace.renewMs }, lease, {
    soFar: () => unlessEmpty(written('interrupted')),
    seal,
    onLost: () => controller.abort('stopped'),
  });
  const begun = performance.now();
  const spoken = await streamModel(model, conversation, { signal, hear, timeouts: pace });
  words.flush();
  parts.onModelEnded(performance.now() - begun);
  const isEmpty = unlessEmpty(written(spoken.status)) === null;
  const { status, failure }: Ending =
    isEmpty && spoken.status === 'complete' ? { status: 'failed', failure: { error: 'empty' } } : spoken;
  if (failure) log('the model failed', { status, ...failure }, 'warn');
  const message = written(status);
  const held = await hold.end();
  try {
    // Kept before its end is told, so that whoever hears the end finds it kept, and can ask again.
    const said = unlessEmpty(message);
    const keeping = { message: said && seal(said), signal, timeoutMs: pace.keepMs };
    const isKept = await saveEnded(parts.database, held, keeping);
    // A reply that was lost has ended as one that was stopped, however its writer saw it.
    buffer.append(...closing(isKept ? message : { ...message, status: 'stopped' }));
  } catch (error) {
    log('a reply could not be kept', describeError(error), 'error');
    buffer.append({ type: 'error', errorText: 'MODEL_FAILED' });
  }
  buffer.end();
}

/** A reply that says nothing is no message. */
function unlessEmpty(message: Message): Message | null {
  return message.text.trim() === '' ? null : message;
}

function closing({ text, status, createdAt }: Message): ReplyChunk[] {
  const isWell = status === 'complete' || status === 'stopped';
  const end: ReplyChunk = isWell ? { type: 'finish' } : { type: 'error', errorText: 'MODEL_FAILED' };
  // Metadata makes a message of a stream: an empty reply is none.
  if (text === '') return [end];
  const messageMetadata = { createdAt, status };
  return [{ type: 'text-end', id: 'text' }, { type: 'message-metadata', messageMetadata }, end];
}
