import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { onEveryDatabase } from '../database/database.ts';
import { startApp } from '../server/app.ts';
import { startUpstream, upstreamKey } from '../server/upstream.ts';

/** A request has reached the lock after this time, in milliseconds. */
const reachesMs = 30;

onEveryDatabase(({ kind, place }) => {
  if (kind !== 'sqlite') return;

  test('a guest who leaves while their question is written gets no reply, even from a silent model', async () => {
    const { url } = await place();
    const upstream = await startUpstream();
    after(upstream.close);
    const model = { MODEL_URL: upstream.url, MODEL_NAME: 'endless', MODEL_API_KEY: upstreamKey };
    const app = await startApp(url, model);
    const code = await app.makeCode({ allowed: 8 });
    let kept = 0;
    const other = new DatabaseSync(url.slice('sqlite:'.length));
    for (let round = 0; round < 8; round++) {
      const guest = app.visitor();
      await guest.enter(code);
      // Both wait while another process writes, and are committed together.
      await takeLock(other);
      const asking = guest.post(`/api/chats/${randomUUID()}/messages`, { id: randomUUID(), text: 'Hello' });
      await wait(reachesMs);
      const leaving = guest.logOut().then(({ status }) => [status, upstream.state.open]);
      await wait(reachesMs);
      other.exec('commit');
      assert.deepEqual(await leaving, [200, 0]);
      if ((await asking).status === 200) kept++;
    }
    assert.ok(kept > 0, 'questions were written beside a logout');
    other.close();
  });
});

async function takeLock(file: DatabaseSync) {
  while (!file.isTransaction) {
    try {
      file.exec('begin immediate');
    } catch {
      await wait(1);
    }
  }
}
