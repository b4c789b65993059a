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
};

export type Writing = {
  messageId: string;
  buffer: ReplyBuffer<ReplyChunk>;
  controller: AbortController;
};

/** Writes a reply, then saves it. Never throws. */
export async function writeReply(
  deps: WritingDeps,
  { lease, keys, conversation }: Question,
  model: Model,
  { messageId, buffer, controller }: Writing,
): Promise<void> {
  const { log, now, pace } = deps;
  let text = '';
  const words = gatherWords((delta) => buffer.append({ type: 'text-delta', id: 'text', delta }));
  const addText = (delta: string) => {
    // PostgreSQL cannot store NUL.
    const received = delta.replaceAll('\0', '');
    if (received === '') return;
    if (text === '') buffer.append({ type: 'start', messageId }, { type: 'text-start', id: 'text' });
    text += received;
    words.add(received);
  };

  const position = (conversation.at(-1)?.position ?? -1) + 1;
  const replyWith = (status: MessageStatus): Message => ({
    id: messageId,
    position,
    role: 'assistant',
    text,
    status,
    createdAt: now(),
  });

  const seal = (message: Message) => sealMessage(keys, lease.chatId, message);
  const { signal } = controller;
  const renewal = keepRenewing({ ...deps, renewMs: pace.renewMs }, lease, {
    replySoFar: () => unlessEmpty(replyWith('interrupted')),
    seal,
    onLost: () => controller.abort('stopped'),
  });
  const begun = performance.now();
  const streamed = await streamModel(model, conversation, { signal, onText: addText, timeouts: pace });
  words.flush();
  deps.onModelEnded(performance.now() - begun);
  const isEmpty = unlessEmpty(replyWith(streamed.status)) === null;
  const { status, failure }: Ending =
    isEmpty && streamed.status === 'complete' ? { status: 'failed', failure: { error: 'empty' } } : streamed;
  if (failure) log('the model failed', { status, ...failure }, 'warn');
  const message = replyWith(status);
  const held = await renewal.end();
  try {
    // An order: save, then announce the end, so that a reader can ask again at once.
    const toSave = unlessEmpty(message);
    const saving = { message: toSave && seal(toSave), signal, timeoutMs: pace.keepMs };
    const isKept = await saveEnded(deps.database, held, saving);
    // A lost reply ends as stopped for its readers.
    buffer.append(...endParts(isKept ? message : { ...message, status: 'stopped' }));
  } catch (error) {
    log('a reply could not be saved', describeError(error), 'error');
    buffer.append({ type: 'error', errorText: 'MODEL_FAILED' });
  }
  buffer.end();
}

function unlessEmpty(message: Message): Message | null {
  return message.text.trim() === '' ? null : message;
}

function endParts({ text, status, createdAt }: Message): ReplyChunk[] {
  const isWell = status === 'complete' || status === 'stopped';
  const end: ReplyChunk = isWell ? { type: 'finish' } : { type: 'error', errorText: 'MODEL_FAILED' };
  // Metadata would make a message of an empty reply.
  if (text === '') return [end];
  const messageMetadata = { createdAt, status };
  return [{ type: 'text-end', id: 'text' }, { type: 'message-metadata', messageMetadata }, end];
}
