import { type Kysely, type RawBuilder, sql } from 'kysely';
import { isPostgres, jsonTexts } from '../dialect.ts';
import type { HostTables } from '../tables.ts';
import type { NewRedemption } from './redemption.ts';

// A login code with `peopleAtOnce` is a room. Its places are claimed one after the other: on SQLite there is one writer, on
// PostgreSQL the claim locks the code's row. Such a code has no shards.

/** A place is free this long after the last sign of life, in milliseconds. */
const lifeMs = 10 * 60 * 1000;

/** So long before its end a place is renewed without a lock: other servers' clocks may be ahead of ours, in milliseconds. */
const marginMs = 60 * 1000;

/** A guest who has lost the place comes before newcomers this long after asking for it again, in milliseconds. */
const waitMs = 60 * 1000;

/** Locks a code that is a room until the transaction ends. False when the code is none. */
export async function lockRoom(trx: Kysely<HostTables>, digest: string): Promise<boolean> {
  const room = await trx
    .selectFrom('invitationCode')
    .select('id')
    .where('digest', '=', digest)
    .where('peopleAtOnce', 'is not', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return room !== undefined;
}

/** A condition on `invitationCode`: a newcomer has a place. Guests who have lost theirs and wait come first. */
export function placeIsFree(now: number): RawBuilder<boolean> {
  return sql<boolean>`("invitationCode"."peopleAtOnce" is null or "invitationCode"."peopleAtOnce" > (
    select count(*) from "place" where "place"."codeId" = "invitationCode"."id"
      and ("place"."aliveUntil" >= ${now} or "place"."waitsUntil" >= ${now})
  ))`;
}

/** How many places of a room are taken, or held for guests who have lost theirs and wait. */
export async function takenPlaces(db: Kysely<HostTables>, codeId: string, now: number): Promise<number> {
  const { taken } = await db
    .selectFrom('place')
    .select(({ fn }) => fn.countAll<number>().as('taken'))
    .where('codeId', '=', codeId)
    .where(({ eb, or }) => or([eb('aliveUntil', '>=', now), eb('waitsUntil', '>=', now)]))
    .executeTakeFirstOrThrow();
  return taken;
}

/** The place of a new guest. */
export function insertPlace(
  userId: string,
  now: number,
  { codeId, from }: NewRedemption,
): RawBuilder<unknown> {
  return sql`
    insert into "place" ("userId", "codeId", "aliveUntil", "waitsUntil")
    select ${userId}, ${codeId}, ${now + lifeMs}, 0 ${from}`;
}

/**
 * Gives a place to each guest who is in by codes that have just become rooms, also when these are more than there are places.
 * Call it in the transaction that changes the codes.
 */
export async function placeGuests(trx: Kysely<HostTables>, digests: string[], now: number): Promise<void> {
  const rooms = await trx
    .selectFrom('invitationCode')
    .select('id')
    .where('digest', 'in', jsonTexts(trx, JSON.stringify(digests)))
    .where('peopleAtOnce', 'is not', null)
    .execute();
  if (rooms.length === 0) return;
  const ids = jsonTexts(trx, JSON.stringify(rooms.map(({ id }) => id)));
  const inside = sql`
    from "redemption"
    where "redemption"."id" = "user"."redemptionId" and "redemption"."codeId" in ${ids}`;
  await sql`
    update "user" set "roomId" = (select "codeId" ${inside})
    where "isGuest" and "roomId" is null and exists (select 1 ${inside})`.execute(trx);
  await sql`
    insert into "place" ("userId", "codeId", "aliveUntil", "waitsUntil")
    select "user"."id", "user"."roomId", ${sql.lit(now + lifeMs)}, 0 from "user"
    where "isGuest" and "roomId" in ${ids}
    on conflict ("userId") do nothing`.execute(trx);
}

export async function isRoom(db: Kysely<HostTables>, digest: string): Promise<boolean> {
  const room = await db
    .selectFrom('invitationCode')
    .select('id')
    .where('digest', '=', digest)
    .where('peopleAtOnce', 'is not', null)
    .executeTakeFirst();
  return room !== undefined;
}

/**
 * A guest of a room shows life: keeps the place, or claims one again after it was lost.
 *
 * @returns until when the place is theirs, epoch milliseconds; null when the room is full
 */
export async function keepPlace(
  db: Kysely<HostTables>,
  { userId, roomId }: { userId: string; roomId: string },
  now: number,
): Promise<number | null> {
  const aliveUntil = now + lifeMs;
  const renew = (trx: Kysely<HostTables>) =>
    trx
      .updateTable('place')
      .set({ aliveUntil, waitsUntil: 0 })
      .where('userId', '=', userId)
      .returning('userId');
  if (
    await renew(db)
      .where('aliveUntil', '>=', now + marginMs)
      .executeTakeFirst()
  )
    return aliveUntil;
  return db.transaction().execute(async (trx) => {
    const locked = trx.selectFrom('invitationCode').select('peopleAtOnce').where('id', '=', roomId);
    const room = await (isPostgres(db) ? locked.forNoKeyUpdate() : locked).executeTakeFirst();
    const most = room?.peopleAtOnce ?? null;
    // A second statement: it sees the places that were claimed while the first one waited for its lock.
    const { taken } = await trx
      .selectFrom('place')
      .select(({ fn }) => fn.countAll<number>().as('taken'))
      .where('codeId', '=', roomId)
      .where('userId', '!=', userId)
      .where('aliveUntil', '>=', now)
      .executeTakeFirstOrThrow();
    if (most === null || Number(taken) < most) {
      await renew(trx).execute();
      return aliveUntil;
    }
    await trx
      .updateTable('place')
      .set({ waitsUntil: now + waitMs })
      .where('userId', '=', userId)
      .execute();
    return null;
  });
}
