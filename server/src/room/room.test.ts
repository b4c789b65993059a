import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEveryDatabase } from '../../../testing/database/database.ts';
import { startApp } from '../../../testing/server/app.ts';
import { newMember, newOperator } from '../../../testing/server/operators.ts';
import type { RoomCounts } from './room.ts';

const dayMs = 24 * 60 * 60 * 1000;

onEveryDatabase(({ place }) => {
  const running = place().then(({ url }) => startApp(url));
  const idOf = async (label: string) => {
    const { db } = await running;
    const found = db.selectFrom('invitationCode').select('id').where('label', '=', label);
    return (await found.executeTakeFirstOrThrow()).id;
  };

  test('a room screen counts who is in, live, and a shared link opens only this room', async () => {
    const app = await running;
    const { browser: operator } = await newOperator(app);
    const code = await app.makeCode({ allowed: 30, peopleAtOnce: 3 });
    const [id, other] = [await idOf(code), await idOf(await app.makeCode())];
    const { link } = (await operator.post(`/api/operator/codes/${id}/room`)).body as { link: string };
    const [, key = ''] = link.split('#key=');
    assert.equal(link, `${app.origin}/room/${id}#key=${key}`);
    const stranger = app.visitor();
    const look = (room: string, roomKey?: string) =>
      stranger.send(
        'GET',
        `/api/room/${room}`,
        undefined,
        roomKey === undefined ? {} : { 'room-key': roomKey },
      );
    assert.equal((await look(id)).code, 'NOT_SIGNED_IN');
    assert.equal((await look(other, key)).code, 'NOT_SIGNED_IN');
    assert.equal((await look(id, `${key}A`)).code, 'NOT_SIGNED_IN');
    const { browser: member } = await newMember(app);
    assert.equal((await member.get(`/api/room/${id}`)).code, 'NOT_SIGNED_IN');
    assert.partialDeepStrictEqual((await look(id, key)).body as object, {
      code,
      peopleIn: 0,
      places: 3,
      placesLeft: 3,
    });
    assert.partialDeepStrictEqual((await operator.get(`/api/room/${id}`)).body as object, {
      code,
      state: 'open',
    });
    assert.equal((await operator.get('/api/room/none')).code, 'CODE_NOT_FOUND');

    const events = await fetch(`${app.origin}/api/room/${id}/events`, {
      headers: { 'room-key': key },
    });
    assert.equal(events.headers.get('content-type'), 'text/event-stream');
    const told = countsIn(events);
    assert.equal((await told.next()).value?.peopleIn, 0);
    const guest = app.visitor();
    await guest.enter(code);
    assert.partialDeepStrictEqual((await told.next()).value ?? {}, { peopleIn: 1, placesLeft: 2 });
    await app.visitor().enter(code);
    assert.equal((await told.next()).value?.peopleIn, 2);
    await guest.logOut();
    assert.partialDeepStrictEqual((await told.next()).value ?? {}, { peopleIn: 1, placesLeft: 2 });

    const { version } = (await operator.get('/api/operator/settings')).body as { version: number };
    const stopping = { version, changes: { CODES_STOPPED: 'yes' } };
    assert.equal((await operator.send('PATCH', '/api/operator/settings', stopping)).status, 200);
    assert.equal((await told.next()).value?.isStopped, true);
    app.pass(31 * dayMs);
    assert.equal((await look(id, key)).code, 'CODE_NOT_FOUND');
    assert.equal((await told.next()).value?.state, 'ended');
    assert.equal((await told.next()).done, true, 'a shared link ends with its code');
  });
});

async function* countsIn({ body }: Response): AsyncGenerator<RoomCounts> {
  let text = '';
  for await (const part of body ?? []) {
    text += Buffer.from(part).toString();
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events)
      if (event.startsWith('event: counts')) yield JSON.parse(event.split('data: ')[1] ?? '');
  }
}
