import { randomUUID } from 'node:crypto';
import { openDatabase } from '@foyer/database';
import { newDataKey, wrap } from '@foyer/invitation-codes/data-keys';
import { deriveKeys } from '@foyer/invitation-codes/seal';
import { sealText } from '@foyer/invitation-codes/sealed-text';
import { secret } from '../measure/foyer.ts';

const text = 'The grey heron stands still in the shallow water and waits. '.repeat(17);

/** Gives every member without a key ten chats with this many sealed messages of 1 kB in all. */
export async function fillOwnChats(url: string, messages: number): Promise<void> {
  const database = openDatabase(url);
  const members = await database.db.selectFrom('user').select('id').where('dataKeys', 'is', null).execute();
  for (const { id: userId } of members) await fillChatsOf(database.db, userId, messages);
  await database.close();
}

async function fillChatsOf(db: ReturnType<typeof openDatabase>['db'], userId: string, messages: number) {
  const keys = [newDataKey()] as const;
  const opener = { userId, secretKey: deriveKeys(secret).data, browserKey: null };
  await db
    .updateTable('user')
    .set({ dataKeys: wrap([...keys], 'secret', opener) })
    .where('id', '=', userId)
    .execute();
  for (let chat = 0; chat < 10; chat++) {
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
    const rows = Array.from({ length: messages / 10 }, (_, position) => {
      const id = randomUUID();
      const sealed = sealText([...keys], text, { table: 'message', row: `${chatId} ${id}`, column: 'text' });
      const role = position % 2 === 0 ? ('user' as const) : ('assistant' as const);
      const kept = { chatId, id, position, role, status: 'complete' as const, createdAt: 1 };
      return { ...kept, ...sealed, characters: text.length };
    });
    for (let from = 0; from < rows.length; from += 500)
      await db
        .insertInto('message')
        .values(rows.slice(from, from + 500))
        .execute();
  }
}
