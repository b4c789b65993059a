import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCodes, newBatch } from '@foyer/invitation-codes/codes';
import { deriveKeys } from '@foyer/invitation-codes/seal';
import { onEveryDatabase } from '../../../testing/database/database.ts';
import { anyCode, startApp } from '../../../testing/server/app.ts';
import { newOperator } from '../../../testing/server/operators.ts';

const hourMs = 60 * 60_000;

onEveryDatabase(({ place }) => {
  test('operators are warned of what needs attention, and it is logged once', async () => {
    const { url } = await place();
    const soon = { validUntil: Date.now() + 71 * hourMs };
    const app = await startApp(url, { DEFAULT_LOGIN_CODE: 'GONE-2027' });
    const { browser } = await newOperator(app);
    const read = async () => {
      const { body } = await browser.get('/api/operator/warnings');
      return (body as { warnings: { kind: string; label?: string; codes?: number; count?: number }[] })
        .warnings;
    };
    await app.makeCode({ label: 'low', allowed: 100, remaining: 9 });
    await app.makeCode({ label: 'at a tenth', allowed: 100, remaining: 10 });
    await app.makeCode({ label: 'one use', allowed: 1 });
    await app.makeCode({ label: 'ends', allowed: 2, ...soon });
    await app.makeCode({ label: 'ends later', allowed: 2, validUntil: Date.now() + 73 * hourMs });
    await app.makeCode({ label: 'drained', allowed: 2, remaining: 0, ...soon });
    const origin = { createdBy: 'create', now: Date.now() };
    const batch = newBatch(origin, { label: 'cards' });
    const cards = [1, 2, 3].map(() => ({ ...anyCode(), ...soon, label: 'cards' }));
    await createCodes(app.db, deriveKeys('a secret of the tests, long enough'), cards, { ...origin, batch });

    const told = await read();
    assert.deepEqual(
      told.map(({ kind, label, codes }) => [kind, label ?? codes ?? null]),
      [
        ['default-code', null],
        ['code-low', 'low'],
        ['code-ends', 'ends'],
        ['batch-ends', 'cards'],
      ],
    );
    assert.equal(told.at(-1)?.codes, 3);

    const { warnings } = app.parts;
    const logged = () => app.logged.filter((line) => line.includes('operators should look'));
    const before = logged().length;
    await warnings.look();
    const lines = logged().slice(before);
    assert.equal(lines.length, 3);
    assert.ok(!lines.join().includes('cards'), 'labels are not logged');
    assert.deepEqual([warnings.counts()['code-low'], warnings.counts()['refused-tries']], [1, 0]);
    await warnings.look();
    assert.equal(logged().length, before + 3);
    assert.equal(
      app.logged.filter((line) => line.includes('the default login code does not work')).length,
      2,
    );
  });

  test('a rush of refused tries is told while it lasts, whatever addresses they come from', async () => {
    const app = await startApp((await place()).url);
    const { browser } = await newOperator(app);
    const rush = async () => {
      const { body } = await browser.get('/api/operator/warnings');
      return (body as { warnings: { kind: string; count?: number }[] }).warnings.find(
        ({ kind }) => kind === 'refused-tries',
      );
    };
    const one = app.visitor();
    for (let tried = 0; tried < 50; tried++) {
      await one.enter('heron');
      await app.visitor().enter('heron');
    }
    assert.equal(await rush(), undefined, '100 are none');
    await app.visitor().enter('heron');
    assert.deepEqual(await rush(), { kind: 'refused-tries', count: 101, minutes: 10 });
    app.pass(10 * 60_000);
    assert.equal(await rush(), undefined);
  });
});
