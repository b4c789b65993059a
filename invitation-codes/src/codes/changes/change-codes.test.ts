import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Kysely, sql } from 'kysely';
import { testKeys as keys } from '../../../../testing/codes/import.ts';
import { onEveryDatabase } from '../../../../testing/database/database.ts';
import { redeem } from '../../redemption/redeem.ts';
import { shardUses } from '../../redemption/shards/counter-shards.ts';
import { digestOf } from '../../seal.ts';
import type { HostTables } from '../../tables.ts';
import {
  ChangeRefused,
  changeCodes,
  checkChange,
  createCodes,
  findBatch,
  findCode,
  listBatches,
  listCodes,
  type NewCode,
  newBatch,
  sumUse,
} from '../codes.ts';
import { countTimedGuests, giveMinutes } from './more-minutes.ts';

const now = 1000;
const dayMs = 24 * 60 * 60 * 1000;

function terms(code: string, fields: Partial<NewCode> = {}): NewCode {
  return {
    code,
    kind: 'login',
    allowed: 10,
    remaining: 10,
    validFrom: 0,
    validUntil: dayMs,
    requirement: 'NOT_AVAILABLE',
    label: null,
    ...fields,
  };
}

onEveryDatabase(({ kind, open }) => {
  const withBatches = async () => {
    const db: Kysely<HostTables> = (await open()).db;
    const origin = { createdBy: 'create', now };
    const batch = newBatch(origin, { label: 'monday' });
    const monday = ['ONE', 'TWO'].map((code) => terms(code, { label: 'monday' }));
    await createCodes(db, keys, monday, { ...origin, batch });
    await createCodes(db, keys, [terms('THREE', { label: 'tuesday' })], origin);
    return { db, batch };
  };
  const codeOf = async (db: Kysely<HostTables>, text: string) => {
    const code = await findCode(db, keys, text);
    assert.ok(code);
    return code;
  };

  test('a batch is revoked, restored, extended and relabelled, and no other code', async () => {
    const { db, batch } = await withBatches();
    const filter = { batch: batch.id };
    const untouched = await codeOf(db, 'THREE');
    assert.equal(await changeCodes(db, keys, filter, { act: 'revoke', at: 7 }), 2);
    assert.equal((await codeOf(db, 'ONE')).revokedAt, 7);
    assert.equal(await changeCodes(db, keys, filter, { act: 'revoke', at: 8 }), 2);
    assert.equal((await codeOf(db, 'ONE')).revokedAt, 7, 'the first revocation stays');
    await changeCodes(db, keys, filter, { act: 'restore' });
    await changeCodes(db, keys, filter, { act: 'extend', validUntil: 9 * dayMs });
    await changeCodes(db, keys, filter, { act: 'relabel', label: 'wednesday' });
    const { revokedAt, validUntil, label } = await codeOf(db, 'TWO');
    assert.deepEqual([revokedAt, validUntil, label], [null, 9 * dayMs, 'wednesday']);
    assert.deepEqual(await codeOf(db, 'THREE'), untouched);
    assert.equal((await findBatch(db, batch.id))?.label, 'wednesday');
    assert.deepEqual((await listBatches(db)).map(({ codes }) => codes).sort(), [1, 2]);
    const listed = await Array.fromAsync(listCodes(db, keys, { label: 'wednesday' }), ({ code }) => code);
    assert.deepEqual(listed, ['ONE', 'TWO']);
  });

  test('a code that refuses a change refuses it for all', async () => {
    const { db, batch } = await withBatches();
    await createCodes(db, keys, [terms('BCD-FGH')], { createdBy: 'create', now, batch });
    const change = { act: 'extend', validUntil: dayMs + 1 } as const;
    await assert.rejects(checkChange(db, keys, { batch: batch.id }, change), ChangeRefused);
    await assert.rejects(changeCodes(db, keys, { batch: batch.id }, change), ChangeRefused);
    assert.equal((await codeOf(db, 'ONE')).validUntil, dayMs);
    const before = { act: 'extend', validUntil: 0 } as const;
    await assert.rejects(checkChange(db, keys, { label: 'monday' }, before), ChangeRefused);
    assert.equal(await checkChange(db, keys, { batch: batch.id }, { act: 'extend', validUntil: dayMs }), 3);
  });

  test('a spread code obeys its new end, and loses no use', async () => {
    const { db, batch } = await withBatches();
    const uses = 32;
    const hot = terms('HOT', { allowed: uses, remaining: uses });
    await createCodes(db, keys, [hot], { createdBy: 'create', now, batch });
    const digest = digestOf(keys, 'HOT');
    const byDigest = db.selectFrom('invitationCode').select('id').where('digest', '=', digest);
    const { id } = await byDigest.executeTakeFirstOrThrow();
    if (kind === 'postgres') await shardUses(db, id);
    const shards = await db.selectFrom('useCounter').selectAll().execute();
    // On SQLite a code has no shards.
    assert.equal(shards.length > 0, kind === 'postgres');
    const spending = { digest, kind: 'login', entry: 'guest' } as const;
    const spend = (at: number) => db.transaction().execute(() => redeem(db, spending, at));
    assert.ok(await spend(now), 'from now on this process knows the shards');
    const endAt = (validUntil: number) =>
      changeCodes(db, keys, { batch: batch.id }, { act: 'extend', validUntil });
    await endAt(2 * now);
    assert.equal(await spend(2 * now + 1), null);
    await endAt(3 * dayMs);
    let spent = 1;
    while (spent <= uses && (await spend(2 * dayMs))) spent++;
    assert.equal(spent, uses);
  });

  test('the sums of a batch count its people, and more minutes go to guests who are in', async () => {
    const { db, batch } = await withBatches();
    const filter = { batch: batch.id };
    const enter = async (code: string, guest: string, endsAt: number | null) => {
      const spending = { digest: digestOf(keys, code), kind: 'login', entry: 'guest' } as const;
      const redemption = await db.transaction().execute(() => redeem(db, spending, now));
      assert.ok(redemption);
      await insertGuest(db, guest, redemption.id, endsAt);
      await db
        .updateTable('redemption')
        .set({ messages: 3, tokens: 50 })
        .where('id', '=', redemption.id)
        .execute();
    };
    await enter('ONE', 'timed', now + 60_000);
    await enter('TWO', 'free', null);
    await enter('TWO', 'over', now - 1);
    await enter('THREE', 'elsewhere', now + 60_000);
    assert.deepEqual(await sumUse(db, filter, now), {
      codes: 2,
      allowed: 20,
      remaining: 17,
      redemptions: { total: 3, converted: 0 },
      peopleIn: 2,
      messages: 9,
      tokens: 150,
    });
    assert.equal(await countTimedGuests(db, filter, now), 1);
    assert.equal(await giveMinutes(db, filter, 15, now), 1);
    const ends = await db.selectFrom('user').select(['id', 'endsAt']).orderBy('id').execute();
    assert.deepEqual(
      ends.map((row) => ({ ...row })),
      [
        { id: 'elsewhere', endsAt: now + 60_000 },
        { id: 'free', endsAt: null },
        { id: 'over', endsAt: now - 1 },
        { id: 'timed', endsAt: now + 16 * 60_000 },
      ],
    );
  });
});

async function insertGuest(db: Kysely<HostTables>, id: string, redemptionId: string, endsAt: number | null) {
  const time = new Date(now);
  await sql`
    insert into "user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt", "isGuest", "lastSeenAt",
      "redemptionId", "endsAt")
    values (${id}, '', ${`${id}@guest.invalid`}, ${false}, ${time}, ${time}, ${true}, ${now}, ${redemptionId}, ${endsAt})
  `.execute(db);
  await sql`
    insert into "session" ("id", "userId", "token", "expiresAt", "ipAddress", "userAgent", "createdAt", "updatedAt")
    values (${id}, ${id}, ${id}, ${new Date(now + dayMs)}, '', '', ${time}, ${time})`.execute(db);
}
