import type { Tables } from '@foyer/database/tables';
import type { UIMessageChunk } from 'ai';
import type { Kysely } from 'kysely';
import type { Log } from '../log.ts';
import type { Model } from '../models/open-model.ts';
import type { Question } from './ask.ts';
import { describeError } from './describe-error.ts';
import { holdLease } from './hold-lease.ts';
import { endLease, isHeld, type Lease } from './lease.ts';
import { addMessage, type Message, type MessageMetadata } from './messages.ts';
import type { Replay } from './replay.ts';
import { type Ending, type Patience, speak } from './speak.ts';

export type ReplyChunk = UIMessageChunk<MessageMetadata>;

export type WritingParts = {
  db: Kysely<Tables>;
  log: Log;
  now: () => number;
  pace: Patience & { renewMs: number };
};

/** A reply while it is being written. */
export type Writing = {
  messageId: string;
  replay: Replay<ReplyChunk>;
  /** Its signal's reason is the status that the reply is to have. */
  controller: AbortController;
};

/** Writes the reply to a question to whoever listens, then keeps it. Never throws. */
export async function writeReply(
  parts: WritingParts,
  { lease, conversation }: Question,
  model: Model,
  { messageId, replay, controller }: Writing,
): Promise<void> {
  const { log, now, pace } = parts;
  const hold = holdLease(parts, lease, () => controller.abort('stopped'));
  let text = '';
  const hear = (delta: string) => {
    // PostgreSQL cannot store NUL.
    const heard = delta.replaceAll('\0', '');
    if (heard === '') return;
    if (text === '') replay.say({ type: 'start', messageId }, { type: 'text-start', id: 'text' });
    text += heard;
    replay.say({ type: 'text-delta', id: 'text', delta: heard });
  };

  // Whoever was erased between question and reply is not spoken of to the model.
  if (!(await isHeld(parts.db, lease))) controller.abort('stopped');
  const spoken = await speak(model, conversation, { signal: controller.signal, hear, patience: pace });
  const isEmpty = text.trim() === '';
  const { status, failure }: Ending =
    isEmpty && spoken.status === 'complete' ? { status: 'failed', failure: { error: 'empty' } } : spoken;
  if (failure) log('the model failed', { status, ...failure }, 'warn');
  const message: Message = {
    id: messageId,
    position: (conversation.at(-1)?.position ?? -1) + 1,
    role: 'assistant',
    text,
    status,
    createdAt: now(),
  };
  const held = await hold.end();
  try {
    // Kept before its end is told, so that whoever hears the end finds it kept, and can ask again.
    await keepReply(parts.db, held, isEmpty ? null : message);
    replay.say(...closing(message));
  } catch (error) {
    log('a reply could not be kept', describeError(error), 'error');
    replay.say({ type: 'error', errorText: 'MODEL_FAILED' });
  }
  replay.end();
}

/** Keeps a reply and gives the lease back. Of a chat that is gone, or goes on without it, nothing is kept. */
function keepReply(db: Kysely<Tables>, lease: Lease, message: Message | null): Promise<void> {
  return db.transaction().execute(async (trx) => {
    // The chat before the lease, in the order in which an erasure deletes them: neither waits for the other's second.
    const chat = await trx
      .updateTable('chat')
      .set(({ ref }) => ({ updatedAt: message ? message.createdAt : ref('updatedAt') }))
      .where('id', '=', lease.chatId)
      .returning('id')
      .executeTakeFirst();
    const isHeld = await endLease(trx, lease);
    if (chat && isHeld && message) await addMessage(trx, chat.id, message);
  });
}

function closing({ text, status, createdAt }: Message): ReplyChunk[] {
  const isWell = status === 'complete' || status === 'stopped';
  const end: ReplyChunk = isWell ? { type: 'finish' } : { type: 'error', errorText: 'MODEL_FAILED' };
  // Metadata makes a message of a stream: an empty reply is none.
  if (text === '') return [end];
  const messageMetadata = { createdAt, status };
  return [{ type: 'text-end', id: 'text' }, { type: 'message-metadata', messageMetadata }, end];
}
