import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { testKeys as keys } from '../../../testing/codes/import.ts';
import { onEveryDatabase } from '../../../testing/database/database.ts';
import { createCodes, findCode, type NewCode } from '../codes/codes.ts';
import { digestOf } from '../seal.ts';
import { lookUp } from './look-up.ts';
import { redeem } from './redeem.ts';

const terms = {
  kind: 'login',
  allowed: 3,
  remaining: 3,
  validFrom: 100,
  validUntil: 200,
  requirement: 'NOT_AVAILABLE',
  label: null,
} satisfies Partial<NewCode>;

onEveryDatabase(({ open }) => {
  const withCode = async (changes: Partial<NewCode> = {}) => {
    const { db } = await open();
    const code = { ...terms, code: 'spring', ...changes };
    await createCodes(db, keys, [code], { createdBy: 'create', now: 0 });
    const spending = { digest: digestOf(keys, code.code), kind: 'login', entry: 'guest' } as const;
    return {
      db,
      spend: (now: number) => db.transaction().execute(() => redeem(db, spending, now)),
      left: async () => (await findCode(db, keys, code.code))?.remaining,
      spent: async () => (await db.selectFrom('redemption').selectAll().execute()).length,
    };
  };

  test('a use is spent only from the start to the end of the window', async () => {
    const { spend, left, spent } = await withCode();
    assert.equal(await spend(99), null);
    assert.equal(await spend(201), null);
    assert.equal(await left(), 3);
    assert.ok(await spend(100));
    assert.ok(await spend(200));
    assert.deepEqual([await left(), await spent()], [1, 2]);
  });

  test('a code with three uses refuses the fourth visitor', async () => {
    const { spend, left, spent } = await withCode();
    const redemptions = await Promise.all([1, 2, 3, 4].map(() => spend(150)));
    assert.equal(redemptions.filter((id) => id === null).length, 1);
    assert.deepEqual([await left(), await spent()], [0, 3]);
  });

  test('a revoked code and a code of the other kind are not spent', async () => {
    const { db, spend, left } = await withCode();
    await db.updateTable('invitationCode').set({ kind: 'registration' }).execute();
    assert.equal(await spend(150), null);
    await db.updateTable('invitationCode').set({ kind: 'login', revokedAt: 120 }).execute();
    assert.equal(await spend(150), null);
    assert.equal(await left(), 3);
  });

  test('a failed transaction gives the use back', async () => {
    const { db, spend, left, spent } = await withCode();
    const failing = db.transaction().execute(async () => {
      assert.ok(await spend(150));
      throw new Error('undo');
    });
    await assert.rejects(failing, /undo/);
    assert.deepEqual([await left(), await spent()], [3, 0]);
  });

  test('a look-up and a redemption agree at every moment', async () => {
    const { db, spend } = await withCode({ allowed: 1000, remaining: 1000 });
    const digest = digestOf(keys, 'spring');
    const moment = fc.asyncProperty(fc.integer({ min: 90, max: 210 }), async (now) => {
      const state = await lookUp(db, digest, now);
      assert.equal(state === 'login', (await spend(now)) !== null);
    });
    await fc.assert(moment, { numRuns: 60 });
  });

  test('no code, an unknown code and a code have different states', async () => {
    const { db } = await withCode();
    assert.deepEqual(await lookUp(db, null, 150), 'none');
    assert.deepEqual(await lookUp(db, digestOf(keys, 'autumn'), 150), 'unusable');
    assert.equal(await lookUp(db, digestOf(keys, 'SPRING'), 150), 'login');
  });
});
