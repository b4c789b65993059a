import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { until } from '../chats/read-reply.ts';
import { onEveryDatabase } from '../database/database.ts';
import { newAddress, startApp, type Visitor, visitor } from '../server/app.ts';
import { startUpstream, upstreamKey } from '../server/upstream.ts';

onEveryDatabase(({ place }) => {
  /** Two servers with one database, and a model that never ends. */
  async function startTwo() {
    const upstream = await startUpstream();
    after(upstream.close);
    const model = { MODEL_URL: upstream.url, MODEL_NAME: 'endless', MODEL_API_KEY: upstreamKey };
    const { url } = await place();
    const [writing, other] = [await startApp(url, model), await startApp(url, model)];
    /** The same browser at the other server. */
    const elsewhere = (person: Visitor) => {
      const same = visitor(other.origin, newAddress());
      for (const [name, value] of person.cookies) same.cookies.set(name, value);
      return same;
    };
    return { writing, upstream, elsewhere };
  }

  test('a logout, a deletion and a stop on another server end a reply within a second, however old it is', async () => {
    const { writing, upstream, elsewhere } = await startTwo();
    const code = await writing.makeCode({ allowed: 3 });
    const begin = async () => {
      const guest = writing.visitor();
      await guest.enter(code);
      const chat = `/api/chats/${crypto.randomUUID()}`;
      const question = { id: crypto.randomUUID(), text: 'Hello' };
      return { guest, chat, stream: await guest.begin(`${chat}/messages`, question) };
    };
    const leases = async () => {
      const rows = await writing.db.selectFrom('reply').select('leaseUntil').orderBy('userId').execute();
      return rows.map(({ leaseUntil }) => leaseUntil);
    };
    const replies = [await begin(), await begin(), await begin()] as const;

    // By then the next renewal is seconds away.
    for (let renewals = 0; renewals < 3; renewals++) {
      const before = await leases();
      await until(async () => (await leases()).every((end, i) => end > (before[i] ?? 0)));
    }
    const acts = [
      (guest: Visitor) => guest.logOut(),
      (guest: Visitor, chat: string) => guest.send('DELETE', chat),
      (guest: Visitor, chat: string) => guest.post(`${chat}/stop`),
    ];
    for (const [i, act] of acts.entries()) {
      const { guest, chat, stream } = replies[i] ?? assert.fail();
      const begun = performance.now();
      assert.ok((await act(elsewhere(guest), chat)).status < 300);
      const heard = await stream.text();
      assert.ok(performance.now() - begun < 1000, `act ${i}: ${performance.now() - begun} ms`);
      assert.match(heard, /"finish"/);
      await until(() => upstream.state.open === acts.length - 1 - i);
    }
    assert.deepEqual(writing.logged, []);
  });
});
