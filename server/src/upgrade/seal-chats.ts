import { setTimeout as wait } from 'node:timers/promises';
import type { Database, Tables } from '@foyer/database';
import { type DataKeys, newDataKey, unwrap, wrap } from '@foyer/invitation-codes/data-keys';
import type { CodeKeys } from '@foyer/invitation-codes/seal';
import { type Kysely, sql, type Transaction } from 'kysely';
import { sealTitle } from '../chats/chats.ts';
import { sealMessage } from '../chats/messages.ts';
import { type Renew, withJobLock } from '../installation/job-lock.ts';
import { oweVacuum, vacuumIfOwed } from '../installation/owed-vacuum.ts';
import type { Log } from '../telemetry/log.ts';

/** How many messages one transaction seals. */
const batchSize = 500;
/** How often it is told how far it is, in milliseconds. */
const tellEveryMs = 10_000;
/** After this time others go on where a server was ended in the middle, in milliseconds: nobody is served until then. */
const turnMs = 20_000;

type Parts = { database: Database; keys: Pick<CodeKeys, 'data'>; log: Log; now: () => number };

/** The columns of 0.1, which are there until all texts are sealed. */
type FormerTables = Omit<Tables, 'chat' | 'message'> & {
  chat: Omit<Tables['chat'], 'keyId'> & { title: string; keyId: string | null };
  message: Omit<Tables['message'], 'keyId'> & { text: string; keyId: string | null };
};
type Former = Kysely<FormerTables>;

/** How many chats still have texts in the clear; null when the columns of clear texts are gone. */
export async function unsealedChats({ db }: Pick<Database, 'db'>): Promise<number | null> {
  const tables = await db.introspection.getTables();
  const message = tables.find(({ name }) => name === 'message');
  if (!message?.columns.some(({ name }) => name === 'text')) return null;
  const { count } = await former(db)
    .selectFrom('chat')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('keyId', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/**
 * Seals the chats that an older version has kept in the clear, and removes the columns of clear texts. It goes on where it
 * was broken off. Of several servers one does it, and the others wait.
 */
export async function sealChats({ database, keys, log, now }: Parts): Promise<void> {
  const { db } = database;
  const turn = { key: 'sealTurn', turnMs } as const;
  let isWaiting = false;
  while ((await unsealedChats(database)) !== null) {
    if (await withJobLock(db, now, (renew) => sealAll({ database, keys, log, now }, renew), turn)) continue;
    if (!isWaiting) log('another server seals the chats, or has been ended while it did: this one waits');
    isWaiting = true;
    await wait(1000);
  }
}

async function sealAll({ database, keys, log }: Parts, renew: Renew): Promise<void> {
  const { db, kind } = database;
  const all = await unsealedChats(database);
  if (all === null) return;
  log('chats are sealed', { chats: all });
  let sealed = 0;
  let toldAt = performance.now();
  for (let chats = await nextChats(db); chats.length > 0; chats = await nextChats(db)) {
    for (const chat of chats) {
      await sealChat({ db, kind }, keys, chat, renew);
      sealed++;
      if (performance.now() - toldAt < tellEveryMs) continue;
      toldAt = performance.now();
      log('chats are sealed', { chats: all, sealed });
    }
  }
  await db.transaction().execute(async (trx) => {
    await trx.schema.alterTable('message').dropColumn('text').execute();
    await trx.schema.alterTable('chat').dropColumn('title').execute();
    await oweVacuum(trx);
  });
  await vacuumIfOwed(database, log);
}

function nextChats(db: Database['db']) {
  return former(db)
    .selectFrom('chat')
    .select(['id', 'userId', 'title'])
    .where('keyId', 'is', null)
    .orderBy('id')
    .limit(100)
    .execute();
}

/** The messages batch by batch, and the title last: a chat whose title is sealed is done. */
async function sealChat(
  { db, kind }: Pick<Database, 'db' | 'kind'>,
  keys: Pick<CodeKeys, 'data'>,
  { id, userId, title }: { id: string; userId: string; title: string },
  renew: Renew,
): Promise<void> {
  let isDone = false;
  while (!isDone) {
    if (!(await renew())) throw new Error('another server seals the chats');
    isDone = await db.transaction().execute(async (trx) => {
      const dataKeys = await keysOf(trx, keys, userId);
      const messages = await former(trx)
        .selectFrom('message')
        .select(['id', 'position', 'role', 'text', 'status', 'createdAt'])
        .where('chatId', '=', id)
        .where('keyId', 'is', null)
        .limit(batchSize)
        .execute();
      if (messages.length > 0) {
        const rows = messages.map((message) => {
          const { sealed, keyId } = sealMessage(dataKeys, id, message);
          return [message.id, Buffer.from(sealed).toString('hex'), keyId];
        });
        await updateMessages(trx, kind, id, JSON.stringify(rows));
      }
      if (messages.length === batchSize) return false;
      const sealedTitle = { ...sealTitle(dataKeys, id, title), title: '' };
      await former(trx).updateTable('chat').set(sealedTitle).where('id', '=', id).execute();
      return true;
    });
  }
}

/**
 * Many rows travel as one JSON parameter: one statement each would take minutes on PostgreSQL. SQLite must read it first, and once
 * (`limit -1`): it would otherwise read it again for each message of the chat.
 */
async function updateMessages(
  trx: Transaction<Tables>,
  kind: Database['kind'],
  chatId: string,
  rows: string,
) {
  await (kind === 'postgres'
    ? sql`
        update "message" set "sealed" = decode(new.row ->> 1, 'hex'), "keyId" = new.row ->> 2, "text" = ''
        from jsonb_array_elements(${rows}::jsonb) as new(row)
        where "message"."chatId" = ${chatId} and "message"."id" = new.row ->> 0`
    : sql`
        update "message" set "sealed" = unhex(new.row ->> 1), "keyId" = new.row ->> 2, "text" = ''
        from (select "value" as "row" from json_each(${rows}) limit -1) as new
        where "message"."chatId" = ${chatId} and "message"."id" = new.row ->> 0`
  ).execute(trx);
}

/**
 * A person's data keys, made where there are none. Those of a guest are wrapped by the secret until the guest's next request,
 * whose answer gives the browser what opens them from then on.
 */
async function keysOf(
  trx: Transaction<Tables>,
  { data: secretKey }: Pick<CodeKeys, 'data'>,
  userId: string,
): Promise<DataKeys> {
  const { dataKeys } = await trx
    .selectFrom('user')
    .select('dataKeys')
    .where('id', '=', userId)
    .executeTakeFirstOrThrow();
  const opener = { userId, secretKey, browserKey: null };
  if (dataKeys !== null) {
    const opened = unwrap(dataKeys, opener);
    if (!opened) throw new Error('the keys of a person with unsealed chats cannot be opened');
    return opened;
  }
  const made: DataKeys = [newDataKey()];
  await trx
    .updateTable('user')
    .set({ dataKeys: wrap(made, 'secret', opener) })
    .where('id', '=', userId)
    .execute();
  return made;
}

function former(db: Database['db']): Former {
  return db as unknown as Former;
}
