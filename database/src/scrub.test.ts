import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
