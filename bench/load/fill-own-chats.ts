import { randomUUID } from 'node:crypto';
import { openDatabase } from '@foyer/database';
import { newDataKey, wrap } from '@foyer/invitation-codes/data-keys';
import { deriveKeys } from '@foyer/invitation-codes/seal';
import { sealText } from '@foyer/invitation-codes/sealed-text';
import { secret } from '../measure/foyer.ts';

const text = 'The grey heron stands still in the shallow water and waits. '.repeat(17);

type Filling = { chats?: number; textAt?: (position: number) => string };

/**
 * Gives every member without a key sealed messages.
 *
 * @param messages in all chats together
 * @param filling ten chats and texts of 1 kB by default
 */
export async function fillOwnChats(url: string, messages: number, filling: Filling = {}): Promise<void> {
  const database = openDatabase(url);
  const members = await database.db.selectFrom('user').select('id').where('dataKeys', 'is', null).execute();
  for (const { id: userId } of members) await fillChatsOf(database.db, userId, messages, filling);
  await database.close();
}

async function fillChatsOf(
  db: ReturnType<typeof openDatabase>['db'],
  userId: string,
  messages: number,
  { chats = 10, textAt = () => text }: Filling,
) {
  const keys = [newDataKey()] as const;
  const opener = { userId, secretKey: deriveKeys(secret).data, browserKey: null };
  await db
    .updateTable('user')
    .set({ dataKeys: wrap([...keys], 'secret', opener) })
    .where('id', '=', userId)
    .execute();
  for (let chat = 0; chat < chats; chat++) {
    const chatId = randomUUID();
    const { sealed: sealedTitle, keyId } = sealText([...keys], 'Herons', {
      table: 'chat',
      row: chatId,
      column: 'title',
    });
    await db
      .insertInto('chat')
      .values({ id: chatId, userId, sealedTitle, keyId, createdAt: 1, updatedAt: chat })
      .execute();
    const rows = Array.from({ length: messages / chats }, (_, position) => {
      const id = randomUUID();
      const said = textAt(position);
      const sealed = sealText([...keys], said, { table: 'message', row: `${chatId} ${id}`, column: 'text' });
      const role = position % 2 === 0 ? ('user' as const) : ('assistant' as const);
      const kept = { chatId, id, position, role, status: 'complete' as const, createdAt: 1 };
      return { ...kept, ...sealed, characters: said.length };
    });
    for (let from = 0; from < rows.length; from += 500)
      await db
        .insertInto('message')
        .values(rows.slice(from, from + 500))
        .execute();
  }
}
