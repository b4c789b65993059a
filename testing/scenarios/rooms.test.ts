import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { chancesOf, onEveryDatabase } from '../database/database.ts';
import type { Answer } from '../server/app.ts';
import { startThree } from '../server/servers.ts';

const people = 64;
const places = 5;

onEveryDatabase(({ place }) => {
  const chance = chancesOf('rooms');

  test('a room on three servers never holds more than it may, while people come and leave and servers die', async () => {
    const { db, someone, restart, makeCode } = await startThree((await place()).url);
    const room = await makeCode(10_000, 'login', { peopleAtOnce: places });
    let isOver = false;
    let most = 0;

    const look = async () => {
      while (!isOver) {
        const { count } = await db
          .selectFrom('place')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .where('aliveUntil', '>=', Date.now())
          .executeTakeFirstOrThrow();
        most = Math.max(most, Number(count));
        await wait(5);
      }
    };

    /** Repeats an act until a server answers: one that died may have done it. */
    const atLast = async (act: () => Promise<Answer>): Promise<Answer> => {
      for (;;) {
        const answer = await act().catch(() => null);
        if (answer) return answer;
        await wait(50);
      }
    };

    const comeAndGo = async () => {
      for (;;) {
        const guest = someone();
        const attempt = crypto.randomUUID().replaceAll('-', '');
        const { status, code } = await atLast(() => guest.enter(room.code, attempt));
        if (status === 200) {
          await wait(chance() * 20);
          await atLast(() => guest.logOut());
          return;
        }
        assert.deepEqual([status, code], [409, 'ROOM_FULL']);
        await wait(20 + chance() * 80);
      }
    };

    const watching = look();
    const crowd = Promise.all(Array.from({ length: people }, comeAndGo));
    try {
      for (let death = 0; death < 3; death++) {
        await wait(300);
        await restart(death, 'kill');
      }
      await crowd;
    } finally {
      isOver = true;
      await watching;
    }
    assert.equal(most, places);

    const guests = await db.selectFrom('user').select('id').execute();
    const held = await db.selectFrom('place').select('userId').execute();
    assert.ok(held.length <= places && held.length === guests.length);
    const { redemptions } = await db
      .selectFrom('redemption')
      .select(({ fn }) => fn.countAll<number>().as('redemptions'))
      .executeTakeFirstOrThrow();
    const code = await db.selectFrom('invitationCode').select('remaining').executeTakeFirstOrThrow();
    assert.equal(code.remaining, 10_000 - Number(redemptions));
  });
});
