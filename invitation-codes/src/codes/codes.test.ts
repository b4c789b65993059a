import assert from 'node:assert/strict';
import { test } from 'node:test';
import { everyCode, testKeys as keys } from '../../../testing/codes/import.ts';
import { onEveryDatabase } from '../../../testing/database/database.ts';
import {
  CodeExists,
  createCodes,
  createDrawn,
  findCode,
  listCodes,
  type NewCode,
  noOpenedTerms,
  restoreCode,
  revokeCode,
} from './codes.ts';

const now = Date.UTC(2027, 0, 1);

const springCode: NewCode = {
  code: 'SPRING-2027',
  kind: 'login',
  allowed: 5,
  remaining: 5,
  validFrom: now,
  validUntil: now + 1000,
  requirement: 'NOT_AVAILABLE',
  label: 'class 7b',
};

onEveryDatabase(({ open }) => {
  test('a drawn code that exists already is drawn again, and nothing of the first draw stays', async () => {
    const { db } = await open();
    const short = (code: string): NewCode => ({ ...springCode, code });
    await createCodes(db, keys, [short('BCD-FGH')], { createdBy: 'create', now });
    const draws = [[short('BCD-FGJ'), short('BCD-FGH')], [short('BCD-FGK')]];
    let written = 0;
    const made = await createDrawn(db, keys, () => draws.shift() ?? [], {
      ...{ createdBy: 'create', now, isDrawn: true },
      alsoWrite: async () => void written++,
    });
    assert.deepEqual(
      made.map(({ code }) => code),
      ['BCD-FGK'],
    );
    assert.equal(await findCode(db, keys, 'BCD-FGJ'), null);
    assert.equal(written, 1);
    const taken = { createdBy: 'create', now, isDrawn: false };
    await assert.rejects(
      createDrawn(db, keys, () => [short('BCD-FGH')], taken),
      CodeExists,
    );
  });

  const create = async (...codes: NewCode[]) => {
    const { db } = await open();
    await createCodes(db, keys, codes, { createdBy: 'create', now });
    return db;
  };

  test('a code is found in any spelling, and shown as it was created', async () => {
    const generated = { ...springCode, code: '7K3M-9QXA-2FV8B' };
    const db = await create(springCode, generated);
    const found = await findCode(db, keys, '  spring-2027 ');
    assert.ok(found?.batchId);
    assert.deepEqual(found, {
      ...springCode,
      ...noOpenedTerms,
      batchId: found.batchId,
      createdAt: now,
      revokedAt: null,
    });
    assert.equal((await findCode(db, keys, '7k3m9qxa 2fv8b'))?.code, '7K3M-9QXA-2FV8B');
    assert.equal(await findCode(db, keys, 'SPRING-2028'), null);
  });

  test('no column contains the text of a code', async () => {
    const db = await create(springCode);
    assert.doesNotMatch(JSON.stringify(await everyCode(db)), /spring/i);
  });

  test('no code is created when one of them exists, of either kind', async () => {
    const db = await create(springCode);
    const more = [
      { ...springCode, code: 'NEW' },
      { ...springCode, code: 'spring-2027', kind: 'registration' as const },
    ];
    const creation = createCodes(db, keys, more, { createdBy: 'create', now });
    await assert.rejects(creation, (error) => error instanceof CodeExists && error.code === 'spring-2027');
    assert.deepEqual(
      (await Array.fromAsync(listCodes(db, keys))).map(({ code }) => code),
      ['SPRING-2027'],
    );
  });

  test('hundreds of codes are created at once', async () => {
    const codes = Array.from({ length: 450 }, (_, i) => ({ ...springCode, code: `CODE-${i}` }));
    assert.equal((await Array.fromAsync(listCodes(await create(...codes), keys))).length, 450);
  });

  test('codes are listed newest first, and sorted by text if created at the same time', async () => {
    const db = await create(
      { ...springCode, code: 'B' },
      { ...springCode, code: 'A', kind: 'registration', label: null },
    );
    await createCodes(db, keys, [{ ...springCode, code: 'C' }], { createdBy: 'create', now: now + 1 });
    const listed = async (filter?: Parameters<typeof listCodes>[2]) =>
      (await Array.fromAsync(listCodes(db, keys, filter))).map(({ code }) => code).join(' ');
    assert.equal(await listed(), 'C A B');
    assert.equal(await listed({ kind: 'registration' }), 'A');
    assert.equal(await listed({ label: 'class 7b' }), 'C B');
    assert.equal(await listed({ kind: 'registration', label: 'class 7b' }), '');
  });

  test('a revoked code keeps the time of its first revocation until it is restored', async () => {
    const db = await create(springCode);
    assert.equal((await revokeCode(db, keys, 'spring-2027', now + 1))?.revokedAt, now + 1);
    assert.equal((await revokeCode(db, keys, 'spring-2027', now + 2))?.revokedAt, now + 1);
    assert.equal((await restoreCode(db, keys, 'spring-2027'))?.revokedAt, null);
    assert.equal((await restoreCode(db, keys, 'spring-2027'))?.revokedAt, null);
    assert.equal((await revokeCode(db, keys, 'spring-2027', now + 3))?.revokedAt, now + 3);
  });

  test('a code that does not exist cannot be revoked or restored', async () => {
    const db = await create(springCode);
    assert.equal(await revokeCode(db, keys, 'SPRING-2028', now), null);
    assert.equal(await restoreCode(db, keys, 'SPRING-2028'), null);
    assert.equal((await findCode(db, keys, 'SPRING-2027'))?.revokedAt, null);
  });
});
