import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEveryDatabase } from '../../../testing/database/database.ts';
import { startApp } from '../../../testing/server/app.ts';
import { newMember, newOperator } from '../../../testing/server/operators.ts';

const base = '/api/operator/people';

type Guests = {
  guests: { id: string; endsAt: number | null; code: { id: string } | null }[];
  next: string | null;
};
type Members = {
  members: { id: string; email: string; isBlocked: boolean; isOperator: boolean }[];
  next: string | null;
};

onEveryDatabase(({ place }) => {
  const running = place().then(({ url }) => startApp(url));
  const acts = async (onId: string) => {
    const { db } = await running;
    const rows = await db.selectFrom('audit').selectAll().where('onId', '=', onId).orderBy('id').execute();
    return rows.map(({ act }) => act);
  };

  test('guests who are in are listed without a word of theirs, get more minutes, and are erased', async () => {
    const app = await running;
    const { browser: operator } = await newOperator(app);
    const code = await app.makeCode({ allowed: 3, minutesPerPerson: 10 });
    const people = [];
    for (const text of ['Of herons', 'Of owls', 'Of swans']) people.push(await app.guestWithChat(code, text));
    const list = async (query = '') => (await operator.get(`${base}/guests${query}`)).body as Guests;
    const { guests } = await list();
    assert.deepEqual(guests.map(({ id }) => id).sort(), people.map(({ id }) => id).sort());
    assert.ok(!JSON.stringify(guests).includes('herons'));
    const first = await list('?limit=2');
    const rest = await list(`?limit=2&after=${first.next}`);
    assert.deepEqual(
      [...first.guests, ...rest.guests].map(({ id }) => id),
      guests.map(({ id }) => id),
    );
    assert.equal(rest.next, null);
    assert.equal((await list(`?code=${guests[0]?.code?.id}`)).guests.length, 3);
    assert.equal((await list('?code=none')).guests.length, 0);

    const [goes, stays] = people;
    assert.ok(goes && stays);
    const endsAt = guests.find(({ id }) => id === stays.id)?.endsAt ?? 0;
    const more = await operator.post(`${base}/guests/${stays.id}/minutes`, { minutes: 15 });
    assert.deepEqual(more.body, { endsAt: endsAt + 15 * 60_000 });
    assert.equal((await operator.post(`${base}/guests/${goes.id}/end`)).status, 204);
    assert.equal((await goes.guest.chats()).status, 401);
    assert.equal(
      (await app.db.selectFrom('chat').select('id').where('userId', '=', goes.id).execute()).length,
      0,
    );
    assert.equal((await stays.guest.chats()).status, 200);
    assert.equal((await operator.post(`${base}/guests/${goes.id}/end`)).code, 'PERSON_NOT_FOUND');
    assert.deepEqual(await acts(goes.id), ['guest.erase']);
    assert.deepEqual(await acts(stays.id), ['guest.give-minutes']);
  });

  test('a member is blocked, cannot come back, is unblocked, and is erased for good', async () => {
    const app = await running;
    const { browser: operator } = await newOperator(app);
    const { id, email, browser } = await newMember(app);
    const member = async () => {
      const found = await operator.post(`${base}/members/find`, { email: ` ${email.toUpperCase()} ` });
      const { members } = (await operator.get(`${base}/members?id=${(found.body as { id: string }).id}`))
        .body as Members;
      return members[0];
    };
    assert.deepEqual([(await member())?.id, (await member())?.isBlocked], [id, false]);
    assert.equal((await operator.post(`${base}/members/${id}/block`)).status, 204);
    assert.equal((await browser.chats()).status, 401);
    const refused = await browser.login(email);
    assert.deepEqual([refused.status, refused.code], [400, 'ACCOUNT_BLOCKED']);
    assert.equal((await member())?.isBlocked, true);
    assert.equal((await operator.post(`${base}/members/${id}/unblock`)).status, 204);
    assert.equal((await browser.login(email)).status, 200);
    assert.equal((await operator.send('DELETE', `${base}/members/${id}`)).status, 204);
    assert.equal(await member(), undefined);
    assert.equal((await browser.chats()).status, 401);
    assert.deepEqual(await acts(id), ['member.block', 'member.unblock', 'member.erase']);
    assert.equal((await operator.send('DELETE', `${base}/members/${id}`)).code, 'PERSON_NOT_FOUND');
    const { members } = (await operator.get(`${base}/members?limit=1`)).body as Members;
    assert.equal(members[0]?.isOperator, true);
  });

  test('the last operator can neither be blocked nor erased, and a stale sign-in erases nobody', async () => {
    const app = await running;
    const { db } = app;
    const { browser: operator, id } = await newOperator(app);
    const { id: other } = await newMember(app);
    await db.deleteFrom('operator').where('userId', '!=', id).execute();
    assert.equal((await operator.post(`${base}/members/${id}/block`)).code, 'LAST_OPERATOR');
    assert.equal((await operator.send('DELETE', `${base}/members/${id}`)).code, 'LAST_OPERATOR');
    const deletion = await operator.send('DELETE', '/api/account', {});
    assert.deepEqual([deletion.status, deletion.code], [409, 'LAST_OPERATOR']);
    app.pass(16 * 60_000);
    assert.equal((await operator.send('DELETE', `${base}/members/${other}`)).code, 'SIGN_IN_AGAIN');
    assert.equal((await operator.post(`${base}/members/${other}/block`)).status, 204);
  });
});
