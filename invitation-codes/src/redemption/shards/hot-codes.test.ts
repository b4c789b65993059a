import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeRow } from '@foyer/code-files/encoded-row';
import { writeBatch } from '@foyer/code-files/write-batch';
import { type Kysely, sql } from 'kysely';
import { testKeys as keys } from '../../../../testing/codes/import.ts';
import { onEveryDatabase } from '../../../../testing/database/database.ts';
import {
  createCodes,
  findCodeWithRedemptions,
  listCodes,
  type NewCode,
  revokeCode,
} from '../../codes/codes.ts';
import { digestOf, seal } from '../../seal.ts';
import type { HostTables } from '../../tables.ts';
import { lookUp } from '../look-up.ts';
import { redeem } from '../redeem.ts';
import { shardUses } from './counter-shards.ts';
import { gatherUses } from './gather-uses.ts';

const digest = digestOf(keys, 'television');
const terms = {
  code: 'television',
  kind: 'login',
  allowed: 1,
  remaining: 1,
  validFrom: 0,
  validUntil: 1000,
  requirement: 'NOT_AVAILABLE',
  label: null,
} satisfies NewCode;

onEveryDatabase(({ kind, open }) => {
  const isPostgres = kind === 'postgres';

  /** A code with its first use spent. */
  const withHotCode = async (uses: number) => {
    const opened = await open();
    // No transaction blocks another so that the database rolls it back.
    opened.events.on('retried', () => assert.fail('a transaction was retried'));
    const db: Kysely<HostTables> = opened.db;
    await createCodes(db, keys, [{ ...terms, allowed: uses, remaining: uses }], {
      createdBy: 'create',
      now: 0,
    });
    const spend = (now = 500) =>
      db.transaction().execute(() => redeem(db, { digest, kind: 'login', entry: 'guest' }, now));
    return {
      db,
      spend,
      /** Returns how many of these people entered. */
      crowd: async (people: number) =>
        (await Promise.all(Array.from({ length: people }, () => spend()))).filter(Boolean).length,
      /** As the operator sees it. */
      seen: async () => {
        const code = await findCodeWithRedemptions(db, keys, 'television');
        assert.ok(code);
        return { left: code.remaining, spent: code.redemptions.total };
      },
      counters: () => db.selectFrom('useCounter').selectAll().orderBy('number').execute(),
      /** Imports this code with other uses and another end. */
      allow: (allowed: number, { resetUsage = false, validUntil = 1000 } = {}) => {
        const sealed = seal(keys, 'television', digest);
        const encoded = encodeRow({
          ...terms,
          row: 1,
          digest,
          sealed,
          allowed,
          remaining: allowed,
          validUntil,
        });
        return writeBatch(db, [{ encoded, action: 'change' }], { resetUsage }, { now: 500, batchId: null });
      },
    };
  };

  test('a large code has shards from its first redemption on, and shows all uses that are left', async () => {
    const { db, spend, seen, counters } = await withHotCode(1001);
    assert.ok(await spend());
    const left = (await counters()).map(({ remaining }) => remaining);
    assert.deepEqual(left, isPostgres ? [...Array(8).fill(62), ...Array(8).fill(63)] : []);
    assert.ok(await spend());
    assert.deepEqual(await seen(), { left: 999, spent: 2 });
    for await (const code of listCodes(db, keys)) assert.equal(code.remaining, 999);
  });

  test('a code has one shard per 64 uses, up to 256', async () => {
    if (!isPostgres) return;
    for (const [uses, expected] of [
      [6401, 100],
      [2_147_483_647, 256],
    ] as const) {
      const { spend, seen, counters } = await withHotCode(uses);
      assert.ok(await spend());
      assert.equal((await counters()).length, expected);
      assert.deepEqual(await seen(), { left: uses - 1, spent: 1 });
    }
  });

  test('a small code gets shards when people meet at it, and admits exactly as many as it allows', async () => {
    const { crowd, seen, counters } = await withHotCode(100);
    assert.equal(await crowd(50), 50);
    assert.equal((await counters()).length > 0, isPostgres);
    assert.equal(await crowd(60), 50);
    assert.deepEqual(await seen(), { left: 0, spent: 100 });
  });

  test('a code without contention gets no shards', async () => {
    const { spend, counters } = await withHotCode(100);
    for (let count = 0; count < 40; count++) assert.ok(await spend());
    assert.deepEqual(await counters(), []);
  });

  /** A code with these uses left, in one shard if it has shards. */
  const withFewLeft = async (left: number) => {
    const code = await withHotCode(1001);
    assert.ok(await code.spend());
    await code.db.deleteFrom('useCounter').where('number', '<>', 11).execute();
    await code.db
      .updateTable(isPostgres ? 'useCounter' : 'invitationCode')
      .set({ remaining: left })
      .execute();
    return code;
  };

  test('the last uses are found in any shard', async () => {
    const { db, crowd, seen } = await withFewLeft(40);
    assert.equal(await crowd(60), 40);
    assert.equal(await lookUp(db, digest, 500), 'unusable');
    assert.deepEqual(await seen(), { left: 0, spent: 41 });
  });

  /** An entry in progress: it has spent one use or more, and its transaction is open until `end`. */
  const onTheWay = async (db: Kysely<HostTables>, uses = 1) => {
    const spent = Promise.withResolvers<void>();
    const end = Promise.withResolvers<'in' | 'undone'>();
    const coming = db.transaction().execute(async () => {
      for (let use = 0; use < uses; use++)
        assert.ok(await redeem(db, { digest, kind: 'login', entry: 'guest' }, 500));
      spent.resolve();
      if ((await end.promise) === 'undone') throw new Error('undone');
    });
    await spent.promise;
    return {
      /** Ends it when somebody (or several people) wait for it, or had nothing to wait for. */
      async end<Other>(how: 'in' | 'undone', other: Promise<Other>, people = 1) {
        if (isPostgres) await Promise.race([other, untilWaiting(db, people)]);
        end.resolve(how);
        await (how === 'in' ? coming : assert.rejects(coming, /undone/));
        return other;
      },
    };
  };

  test('a person waits for the last use, and gets it when the other person fails', async () => {
    const { db, spend, seen } = await withFewLeft(1);
    const first = await onTheWay(db);
    assert.ok(await first.end('undone', spend()));
    assert.equal(await spend(), null);
    assert.deepEqual(await seen(), { left: 0, spent: 2 });
  });

  test('a person who waited for a shard with one use left takes it, and waits for nothing else', async () => {
    if (!isPostgres) return;
    // The other choice is random: a few rounds make a miss unlikely.
    for (let round = 0; round < 4; round++) {
      const { db, spend, crowd, seen } = await withHotCode(1001);
      // The second person sees the shards. From then on each takes the next shard.
      assert.ok((await spend()) && (await spend()));
      await db.updateTable('useCounter').set({ remaining: 2 }).execute();
      const first = await onTheWay(db, 16);
      assert.equal(await first.end('in', crowd(16), 16), 16);
      assert.deepEqual(await seen(), { left: 0, spent: 34 });
    }
  });

  test('shards follow the current terms of their code', async () => {
    const { spend, allow } = await withHotCode(2000);
    assert.ok((await spend()) && (await spend()) && (await spend(1000)));
    assert.equal(await spend(1001), null);
    await allow(2000, { validUntil: 400 });
    assert.equal(await spend(), null);
    await allow(2000, { validUntil: 2000 });
    assert.ok((await spend(1001)) && (await spend(1001)) && (await spend(1001)));
    await allow(2000, { validUntil: 1000 });
    assert.ok((await spend()) && (await spend()) && (await spend()));
    assert.equal(await spend(1001), null);
  });

  test('a revocation waits for entries in progress', async () => {
    const { db, seen, spend } = await withHotCode(2000);
    assert.ok(await spend());
    const second = await onTheWay(db);
    const revoking = revokeCode(db, keys, 'television', 500);
    await second.end('in', revoking);
    assert.equal((await revoking)?.redemptions.total, 2);
    assert.equal(await spend(), null);
    assert.deepEqual(await seen(), { left: 1998, spent: 2 });
  });

  test('nobody is refused while uses move between a code and its shards', async () => {
    const { db, crowd, seen } = await withHotCode(400);
    let isOver = false;
    const moving = (async () => {
      while (!isOver) await db.transaction().execute(() => gatherUses(db, [digest]));
    })();
    assert.equal(await crowd(400), 400);
    isOver = true;
    await moving;
    assert.deepEqual(await seen(), { left: 0, spent: 400 });
    assert.equal(await crowd(20), 0);
  });

  test('an import during redemptions keeps every spent use', async () => {
    const { crowd, allow, seen } = await withHotCode(2000);
    const entering = crowd(300);
    for (const allowed of [3000, 1500, 2500, 1200]) {
      await allow(allowed);
      const { left, spent } = await seen();
      assert.equal(left + spent, allowed);
    }
    assert.equal(await entering, 300);
    assert.deepEqual(await seen(), { left: 900, spent: 300 });
    await allow(250);
    assert.equal((await seen()).left, 0);
    await allow(260);
    assert.equal(await crowd(20), 10);
    await allow(50, { resetUsage: true });
    assert.equal(await crowd(60), 50);
  });

  test('a code with uses in its row and in its shards spends all of them', async () => {
    const { db, crowd, seen } = await withFewLeft(5);
    if (!isPostgres) return;
    await db.updateTable('invitationCode').set({ remaining: 3 }).execute();
    assert.equal(await crowd(10), 8);
    assert.deepEqual(await seen(), { left: 0, spent: 9 });
  });

  test('a code revoked while it is being sharded keeps its uses, and nobody enters with it', async () => {
    if (!isPostgres) return;
    const { db, spend, seen, counters } = await withHotCode(1001);
    // From now on this process knows that the code has shards.
    assert.ok(await spend());
    const [{ codeId } = { codeId: '' }] = await counters();
    await db.transaction().execute(() => gatherUses(db, [digest]));
    const [revoked, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const revoking = db.transaction().execute(async (trx) => {
      await trx.updateTable('invitationCode').set({ revokedAt: 500 }).execute();
      revoked.resolve();
      await mayEnd.promise;
    });
    await revoked.promise;
    const spreading = shardUses(db, codeId);
    await untilWaiting(db, 1);
    mayEnd.resolve();
    await Promise.all([revoking, spreading]);
    assert.deepEqual(await counters(), []);
    await shardUses(db, codeId);
    assert.deepEqual(await counters(), []);
    assert.equal(await spend(), null);
    assert.deepEqual(await seen(), { left: 1000, spent: 1 });
  });

  test('nobody enters with a revoked code, and it keeps its uses', async () => {
    const { db, crowd, seen } = await withHotCode(5000);
    const entering = crowd(400);
    await crowd(20);
    const code = await revokeCode(db, keys, 'television', 500);
    assert.ok(code);
    const came = (await entering) + 20;
    assert.equal(code.redemptions.total, came);
    assert.deepEqual(await seen(), { left: 5000 - came, spent: came });
    assert.equal(await crowd(5), 0);
  });
});

async function untilWaiting(db: Kysely<HostTables>, people: number) {
  const waiting = sql`select 1 from pg_locks where not granted
    and pid in (select pid from pg_stat_activity where datname = current_database())`;
  while ((await waiting.execute(db)).rows.length < people);
}
