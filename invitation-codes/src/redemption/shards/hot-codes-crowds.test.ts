import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { encodeRow } from '@foyer/code-files/encoded-row';
import { writeBatch } from '@foyer/code-files/write-batch';
import type { Visited, Visits } from '../../../../testing/codes/hot-codes-worker.ts';
import { testKeys as keys } from '../../../../testing/codes/import.ts';
import { chancesOf, onEveryDatabase } from '../../../../testing/database/database.ts';
import {
  createCodes,
  findCodeWithRedemptions,
  type NewCode,
  restoreCode,
  revokeCode,
} from '../../codes/codes.ts';
import { digestOf, seal } from '../../seal.ts';

const rounds = process.env.LONG_TESTS ? 40 : 1;
const maxPeople = process.env.LONG_TESTS ? 3000 : 600;
const digest = digestOf(keys, 'television');
const sealed = seal(keys, 'television', digest);
const terms = {
  code: 'television',
  kind: 'login',
  validFrom: 0,
  validUntil: 1000,
  requirement: 'NOT_AVAILABLE',
  label: null,
} satisfies Partial<NewCode>;

onEveryDatabase(({ kind, open }) => {
  if (kind === 'sqlite') return;
  const chance = chancesOf('crowds');
  const between = (least: number, most: number) => Math.floor(least + chance() * (most - least + 1));

  async function withCode(allowed: number) {
    const { db, url } = await open();
    const made = { createdBy: 'create', now: 0 } as const;
    await createCodes(db, keys, [{ ...terms, allowed, remaining: allowed }], made);
    return {
      /** As the operator sees it. */
      seen: async () => {
        const code = await findCodeWithRedemptions(db, keys, 'television');
        assert.ok(code);
        return { left: code.remaining, spent: code.redemptions.total };
      },
      allow: (uses: number) => {
        const encoded = encodeRow({ ...terms, row: 1, digest, sealed, allowed: uses, remaining: uses });
        return writeBatch(
          db,
          [{ encoded, action: 'change' }],
          { resetUsage: false },
          { now: 500, batchId: null },
        );
      },
      revoke: () => revokeCode(db, keys, 'television', 500),
      restore: () => restoreCode(db, keys, 'television'),
      /** Visits in three threads at once. Some fail after they have spent a use. */
      crowd: async (people: number): Promise<Visited> => {
        const ends = Array.from({ length: people }, () => (chance() < 0.1 ? 'undone' : 'in'));
        const third = Math.ceil(people / 3);
        const parts = [0, 1, 2].map((part) => ends.slice(part * third, (part + 1) * third));
        const all = await Promise.all(parts.map((part) => visits({ url, digest, ends: part, atOnce: 8 })));
        const sum = (key: keyof Visited) => all.reduce((total, visited) => total + visited[key], 0);
        assert.equal(sum('retried'), 0, 'no transaction blocks another');
        return { admitted: sum('admitted'), refused: sum('refused'), undone: sum('undone'), retried: 0 };
      },
    };
  }

  test('crowds enter exactly as often as uses are left, whatever the operator does meanwhile', async () => {
    for (let round = 0; round < rounds; round++) {
      const first = between(300, maxPeople);
      const { seen, allow, crowd } = await withCode(first * 10);
      const entering = crowd(first);
      for (let imports = between(0, 4); imports > 0; imports--) {
        const allowed = between(first + 1, first * 10);
        await allow(allowed);
        const { left, spent } = await seen();
        assert.equal(left + spent, allowed);
      }
      const { admitted, refused, undone } = await entering;
      assert.equal(refused, 0);
      assert.equal((await seen()).spent, admitted);
      assert.equal(admitted + undone, first);

      const more = between(1, 700);
      await allow(admitted + more);
      const last = await crowd(more + 100);
      assert.deepEqual(await seen(), { left: more - last.admitted, spent: admitted + last.admitted });
      if (last.refused > 0) assert.equal(last.admitted, more, 'somebody was refused while a use was left');
    }
  });

  test('a revocation among crowds counts everybody who entered, and un-revoking lets the others enter', async () => {
    for (let round = 0; round < rounds; round++) {
      const uses = between(300, maxPeople);
      const { seen, crowd, revoke, restore } = await withCode(uses);
      const entering = crowd(uses);
      for (let times = between(1, 3); times > 0; times--) {
        const revoked = await revoke();
        assert.deepEqual(await seen(), { left: revoked?.remaining, spent: revoked?.redemptions.total });
        assert.equal((revoked?.remaining ?? 0) + (revoked?.redemptions.total ?? 0), uses);
        await restore();
      }
      const { admitted } = await entering;
      assert.deepEqual(await seen(), { left: uses - admitted, spent: admitted });
      await crowd(Math.ceil((uses - admitted) * 1.2) + 50);
      assert.deepEqual(await seen(), { left: 0, spent: uses });
    }
  });
});

async function visits(workerData: Visits): Promise<Visited> {
  const worker = new Worker(new URL('../../../../testing/codes/hot-codes-worker.ts', import.meta.url), {
    workerData,
  });
  const [visited] = await once(worker, 'message');
  return visited as Visited;
}
