import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { until } from '../../../testing/chats/read-reply.ts';
import { onEveryChat } from '../../../testing/chats/suite.ts';
import { newLease, takeLease } from './lease.ts';
import { watchLeases } from './watch-leases.ts';

onEveryChat(({ start, db }) => {
  test('one statement checks all leases of a server, and none runs without leases', async () => {
    const app = await start('ok');
    const people = await Promise.all(Array.from({ length: 30 }, () => app.enterAsMember()));
    const now = Date.now();
    const lost = new Set<string>();
    let looks = 0;
    const counting = db().withPlugin({
      transformQuery: ({ node }) => {
        looks++;
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    const watch = watchLeases({ db: counting, log: () => assert.fail('nothing goes wrong'), lookMs: 10 });
    const unwatch = await Promise.all(
      people.map(async ({ person, ask }) => {
        const chatId = randomUUID();
        await ask(chatId, 'Hello');
        const lease = newLease({ userId: person.id, chatId }, now);
        await takeLease(db(), lease, now).execute();
        const isOwnEnd = (end: number) => lease.ends.includes(end);
        return watch.add({ userId: person.id, isOwnEnd, onLost: () => lost.add(person.id) });
      }),
    );
    const before = looks;
    const begun = performance.now();
    await until(() => looks >= before + 5);
    const most = before + 1 + (performance.now() - begun) / 10;
    assert.ok(looks <= most, `${looks} looks, not more than ${most}`);
    assert.equal(lost.size, 0);

    const [stopped, taken, erased] = people.map(({ person }) => person.id);
    const ofPerson = (id = '') => db().updateTable('reply').where('userId', '=', id);
    await ofPerson(stopped).set({ leaseUntil: 0 }).execute();
    await ofPerson(taken)
      .set({ leaseUntil: now + 31_000 })
      .execute();
    await db()
      .deleteFrom('user')
      .where('id', '=', erased ?? '')
      .execute();
    await until(() => lost.size === 3);
    assert.deepEqual([...lost].sort(), [stopped, taken, erased].sort());

    for (const end of unwatch) end();
    const whenNone = looks;
    const later = watchLeases({ db: db(), log: () => {}, lookMs: 30 });
    const ended = Promise.withResolvers<void>();
    later.add({ userId: 'nobody', isOwnEnd: () => true, onLost: ended.resolve });
    await ended.promise;
    assert.ok(looks <= whenNone + 1, 'one may have been on its way');
  });
});
