import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Database, openDatabase } from '@foyer/database';
import { operatorWith } from '../../../../testing/cli/cli.ts';
import { onEveryDatabase } from '../../../../testing/database/database.ts';

const hourMs = 60 * 60 * 1000;

onEveryDatabase(({ place }) => {
  test('a member gets a link for a new password for 24 hours, and only the newest works', async (t) => {
    const { foyer, databaseUrl } = await operatorWith({ databaseUrl: (await place()).url });
    // Kept open, like by a running server.
    const { db, close } = openDatabase(databaseUrl);
    t.after(close);
    await addPerson(db, { id: 'ada', email: 'ada@example.org', isGuest: false });
    await addPerson(db, { id: 'ben', email: 'ben@example.org', isGuest: false });
    const proof = { userId: 'ada', browser: null, expiresAt: 1 };
    const mailed = { ...proof, digest: 'mailed', purpose: 'reset', email: 'ada@example.org' } as const;
    await db.insertInto('mailProof').values(mailed).execute();
    await foyer('member', 'reset-link', 'ben@example.org');

    const first = await foyer('member', 'reset-link', 'Ada@Example.org');
    assert.equal(first.exitCode, 0);
    assert.match(
      first.stdout,
      /^https:\/\/chat\.example\.org\/reset-password#token=[\w-]{43}\n\nWorks once, until /,
    );
    assert.match(first.stdout, /Send it privately.*\nA new password ends all sessions/);

    const asked = Date.now();
    const second = JSON.parse((await foyer('member', 'reset-link', 'ada@example.org', '--json')).stdout);
    assert.deepEqual(Object.keys(second), ['link', 'expiresAt']);
    assert.notEqual(second.link, first.stdout.split('\n')[0]);
    const expiresAt = Date.parse(second.expiresAt);
    assert.ok(expiresAt >= asked + 24 * hourMs && expiresAt <= Date.now() + 24 * hourMs);

    const kept = await db.selectFrom('mailProof').selectAll().orderBy('userId').execute();
    const handedOver = kept.filter(({ email }) => email === null);
    assert.deepEqual(
      handedOver.map(({ userId, purpose }) => [userId, purpose]),
      [
        ['ada', 'reset'],
        ['ben', 'reset'],
      ],
    );
    assert.equal(handedOver[0]?.expiresAt, expiresAt);
    assert.ok(kept.some(({ digest }) => digest === 'mailed'));
    assert.ok(!JSON.stringify(kept).includes(second.link.split('token=')[1]));
  });

  test('only members get one', async (t) => {
    const { foyer, databaseUrl } = await operatorWith({ databaseUrl: (await place()).url });
    const { db, close } = openDatabase(databaseUrl);
    t.after(close);
    await addPerson(db, { id: 'guest', email: 'guest@guest.invalid', isGuest: true });
    for (const email of ['guest@guest.invalid', 'nobody@example.org']) {
      const { exitCode, stdout, stderr } = await foyer('member', 'reset-link', email, '--json');
      assert.deepEqual([exitCode, stdout], [1, '']);
      assert.equal(stderr, `foyer: no member has the email address ${email}\n`);
    }
    assert.deepEqual(await db.selectFrom('mailProof').selectAll().execute(), []);
  });
});

test('without an email address the usage is printed', async () => {
  const { foyer } = await operatorWith();
  const { exitCode, stderr } = await foyer('member', 'reset-link');
  assert.equal(exitCode, 2);
  assert.match(stderr, /EMAIL is missing\nUsage: \.\/foyer member reset-link EMAIL/);
});

async function addPerson(
  db: Database['db'],
  { id, email, isGuest }: { id: string; email: string; isGuest: boolean },
) {
  const at = new Date(0);
  const user = { id, name: '', email, emailVerified: false, isGuest, createdAt: at, updatedAt: at };
  await db.insertInto('user').values(user).execute();
}
