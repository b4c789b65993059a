import type { Database } from '@foyer/database';
import { removeMessage } from '../../chats/messages.ts';
import { takeStorage } from '../../chats/storage-quota.ts';
import { giveCountedBack } from '../../code-limits/code-limits.ts';
import { endLease, type Lease } from '../lease.ts';
import { giveMessageBack } from './quota.ts';

/** A message that this question has added. */
export type SentMessage = {
  id: string;
  characters: number;
  isFirst: boolean;
  /** Where it counts as a message of a code; null for nowhere. */
  redemptionId: string | null;
};

/**
 * Takes back a question that the model cannot take, as if it had been refused at once: message and quota.
 *
 * @param sent null when the question was there before
 */
export async function withdrawQuestion(
  { atomically }: Pick<Database, 'atomically'>,
  lease: Lease,
  sent: SentMessage | null,
): Promise<void> {
  const { userId, chatId } = lease;
  if (!sent) return void (await atomically((db) => [endLease(db, lease)]));
  const { id, characters, isFirst, redemptionId } = sent;
  const freed = { chats: isFirst ? -1 : 0, characters: -characters };
  const isWithdrawn = await atomically((db) => [
    takeStorage(db, userId, freed, unlimited),
    giveMessageBack(db, userId),
    ...(redemptionId ? [giveCountedBack(db, redemptionId)] : []),
    isFirst ? db.deleteFrom('chat').where('id', '=', chatId).returning('id') : removeMessage(db, chatId, id),
    ...(isFirst ? [] : [endLease(db, lease)]),
  ]);
  if (!isWithdrawn) await atomically((db) => [endLease(db, lease)]);
}

const unlimited = { chatsPerPerson: Number.MAX_SAFE_INTEGER, charactersPerPerson: Number.MAX_SAFE_INTEGER };
