import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';
import { migrate } from './migrate.ts';
import { type Database, openDatabase } from './open.ts';

const folders: string[] = [];
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

test('of people whose messages lie on the same pages, each leaves no byte in the files', async () => {
  // SQLite moves rows from page to page as they come and go, and a copy can stay where one has been: not with every
  // pattern of lengths, hence several.
  for (let seed = 1; seed <= 3; seed++) {
    const { folder, database } = await newDatabase();
    const random = scattered(seed);
    const people = Array.from({ length: 10 }, (_, index) => ({
      id: `person-${index}`,
      marker: `SECRET-${index}-`,
    }));
    for (const { id } of people) await addPerson(database, id);
    for (let position = 0; position < 6; position++) {
      for (const { id, marker } of people) {
        await addMessage(database, { id, position, text: marker.repeat(3 + Math.floor(random() * 100)) });
      }
    }
    for (const { id, marker } of people.sort(() => random() - 0.5)) {
      await database.db.deleteFrom('user').where('id', '=', id).execute();
      assert.equal(await database.scrub(), true);
      assert.deepEqual(await filesWith(folder, marker), [], `seed ${seed}`);
    }
    await database.close();
  }
});

test('a large file is rewritten at the start and once an hour, and soon where somebody stood in the way', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() });
  const { folder, database } = await newDatabase();
  await addPerson(database, 'somebody');
  for (let position = 0; position < 70; position++)
    await addMessage(database, { id: 'somebody', position, text: 'x'.repeat(1_000_000) });
  const reader = new DatabaseSync(join(folder, 'foyer.db'), { readOnly: true });
  const read = () => reader.exec('begin; select count(*) from message');
  read();
  assert.equal(await database.scrubIfOwed(), false, 'somebody reads');
  reader.exec('commit');
  assert.equal(await database.scrubIfOwed(), true, 'nobody reads');

  assert.equal(await database.scrub(), false, 'too large for each time');
  assert.equal(await database.scrubIfOwed(), false, 'just done');
  t.mock.timers.tick(60 * 60 * 1000);
  read();
  assert.equal(await database.scrubIfOwed(), false, 'somebody reads again');
  reader.exec('commit');
  t.mock.timers.tick(60 * 1000);
  assert.equal(await database.scrubIfOwed(), true);
  reader.close();
  await database.close();
});

async function newDatabase() {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-scrub-'));
  folders.push(folder);
  const database = openDatabase(`sqlite:${join(folder, 'foyer.db')}`);
  await migrate(database);
  return { folder, database };
}

async function addPerson({ db }: Database, id: string) {
  const at = new Date(0);
  const user = { id, name: '', email: id, emailVerified: false, isGuest: true, createdAt: at, updatedAt: at };
  await db.insertInto('user').values(user).execute();
  await db
    .insertInto('chat')
    .values({ id: `chat of ${id}`, userId: id, title: '', createdAt: 0, updatedAt: 0 })
    .execute();
}

async function addMessage(
  { db }: Database,
  { id, position, text }: { id: string; position: number; text: string },
) {
  const message = { chatId: `chat of ${id}`, id: crypto.randomUUID(), position, text, createdAt: 0 };
  await db
    .insertInto('message')
    .values({ ...message, role: 'user', status: 'complete' })
    .execute();
}

async function filesWith(folder: string, marker: string): Promise<string[]> {
  const found = (await readdir(folder)).map(async (name) =>
    (await readFile(join(folder, name))).includes(marker) ? [name] : [],
  );
  return (await Promise.all(found)).flat();
}

/** Numbers from 0 to 1 that look random and are the same for the same seed. */
function scattered(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}
