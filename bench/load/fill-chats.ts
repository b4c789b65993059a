import { openDatabase } from '@foyer/database';
import { sql } from 'kysely';

/** A paragraph, sealed, in bytes. */
const messageBytes = 1200;

/** Gives each user without a chat one chat with this many messages. */
export async function fillChats(url: string, messagesEach: number): Promise<void> {
  const database = openDatabase(url);
  const { db, kind } = database;
  const [bytes, numbers] =
    kind === 'sqlite'
      ? [
          sql`randomblob(${sql.lit(messageBytes)})`,
          sql`(select value as n from json_each(${JSON.stringify([...Array(messagesEach).keys()])}))`,
        ]
      : [
          sql`decode(repeat(md5(n::text), ${sql.lit(messageBytes / 16)}), 'hex')`,
          sql`generate_series(0, ${sql.lit(messagesEach - 1)}) as numbered(n)`,
        ];
  await db.transaction().execute(async (trx) => {
    await sql`
      insert into "chat" ("id", "userId", "sealedTitle", "keyId", "createdAt", "updatedAt")
      select 'chat of ' || "id", "id", ${new Uint8Array(40)}, 'k', 1, 1 from "user"
      where not exists (select 1 from "chat" where "userId" = "user"."id")`.execute(trx);
    // Round-robin, like people who chat at the same time: the rows of one user lie far apart.
    await sql`
      insert into "message" ("chatId", "id", "position", "role", "sealed", "keyId", "status", "createdAt", "characters")
      select "chat"."id", 'm' || n, n, 'user', ${bytes}, 'k', 'complete', 1, 1000
      from ${numbers} cross join "chat"
      where not exists (select 1 from "message" where "chatId" = "chat"."id")
      order by n`.execute(trx);
  });
  await database.close();
}
