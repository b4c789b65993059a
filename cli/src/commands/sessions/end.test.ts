import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { type Database, openDatabase } from '@foyer/database';
import { operatorWith } from '../../../../testing/cli/cli.ts';
import { onEveryDatabase } from '../../../../testing/database/database.ts';

const hourMs = 60 * 60 * 1000;

onEveryDatabase(({ place }) => {
  test('the sessions of one member end, or all sessions end and guests are erased', async (t) => {
    const { foyer, databaseUrl } = await operatorWith({ databaseUrl: (await place()).url });
    const { db, close } = openDatabase(databaseUrl);
    t.after(close);
    for (const [id, sessions] of [
      ['ada', 2],
      ['ben', 1],
    ] as const)
      await addPerson(db, { id, isGuest: false, sessions });
    for (const id of ['gus', 'gil']) await addPerson(db, { id, isGuest: true, sessions: 1 });
    const left = async () => ({
      users: (await db.selectFrom('user').select('id').orderBy('id').execute()).map(({ id }) => id),
      sessions: (await db.selectFrom('session').select('userId').orderBy('userId').execute()).map(
        ({ userId }) => userId,
      ),
    });

    for (const email of ['nobody@example.org', 'gus@example.org']) {
      const { exitCode, stdout, stderr } = await foyer('sessions', 'end', '--email', email);
      assert.deepEqual([exitCode, stdout], [1, '']);
      assert.equal(stderr, `foyer: no member has the email address ${email}\n`);
    }
    assert.equal(
      (await foyer('sessions', 'end', '--email', 'Ada@Example.org')).stdout,
      'Ended 2 sessions.\n',
    );
    assert.deepEqual(await left(), { users: ['ada', 'ben', 'gil', 'gus'], sessions: ['ben', 'gil', 'gus'] });
    await addPerson(db, { id: 'eve', isGuest: false, sessions: 1 });
    const all = JSON.parse((await foyer('sessions', 'end', '--all', '--json')).stdout);
    assert.deepEqual(all, { sessions: 2, guests: 2 });
    assert.deepEqual(await left(), { users: ['ada', 'ben', 'eve'], sessions: [] });
    assert.equal(
      (await foyer('sessions', 'end', '--all')).stdout,
      'Ended 0 sessions of members. Erased 0 guests with their chats.\n',
    );
  });
});

test('either one member or everybody must be named', async () => {
  const { foyer } = await operatorWith();
  for (const args of [[], ['--all', '--email', 'ada@example.org']]) {
    const { exitCode, stderr } = await foyer('sessions', 'end', ...args);
    assert.equal(exitCode, 2);
    assert.match(stderr, /use either --all or --email EMAIL\nUsage: \.\/foyer sessions end/);
  }
});

async function addPerson(
  db: Database['db'],
  { id, isGuest, sessions }: { id: string; isGuest: boolean; sessions: number },
) {
  const at = new Date();
  const times = { createdAt: at, updatedAt: at };
  const user = { id, name: '', email: `${id}@example.org`, emailVerified: false, isGuest };
  await db
    .insertInto('user')
    .values({ ...user, ...times, lastSeenAt: isGuest ? at.getTime() : null })
    .execute();
  for (let i = 0; i < sessions; i++) {
    const session = {
      id: randomUUID(),
      userId: id,
      token: randomUUID(),
      expiresAt: new Date(Date.now() + hourMs),
    };
    await db
      .insertInto('session')
      .values({ ...session, ...times })
      .execute();
  }
}
