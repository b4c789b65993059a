import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { onEveryDatabase } from '../../../testing/database/database.ts';
import { newEmail, startApp } from '../../../testing/server/app.ts';
import { newOperator } from '../../../testing/server/operators.ts';
import { startScriptedModel } from '../../../testing/server/scripted-model.ts';
import { dayIn } from '../config/time-zone.ts';

type Row = {
  key: string | null;
  entries: number | string;
  conversions: number | string;
  messages: number | string;
  tokens: number | null;
};
type Use = { rows: Row[]; total: Row };

const timeZone = 'Pacific/Kiritimati';

onEveryDatabase(({ place }) => {
  const running = place().then(async ({ url }) => {
    const model = await startScriptedModel();
    after(model.close);
    return startApp(url, { MODEL_URL: model.url, MODEL_NAME: 'm', TIME_ZONE: timeZone });
  });

  test('what codes brought is counted by day, label and batch; small numbers are not told', async () => {
    const app = await running;
    const { browser: operator } = await newOperator(app);
    const use = async (query = '') => (await operator.get(`/api/operator/use?${query}`)).body as Use;
    const [many, few] = [await app.makeCode({ allowed: 9 }), await app.makeCode({ allowed: 9 })];
    const guests = Array.from({ length: 6 }, () => app.visitor());
    for (const guest of guests) assert.equal((await guest.enter(many)).status, 200);
    assert.equal((await app.visitor().enter(few)).status, 200);
    const registration = await app.makeCode({ kind: 'registration' });
    assert.equal((await guests[0]?.convert(newEmail(), registration))?.status, 200);
    for (const guest of guests.slice(1)) {
      const answer = await guest.begin(`/api/chats/${crypto.randomUUID()}/messages`, {
        id: crypto.randomUUID(),
        text: 'Hello',
      });
      assert.match(await answer.text(), /"finish"/);
    }
    const today = dayIn(Date.now(), timeZone);
    const counted = async () => (await use('by=label')).rows.find(({ key }) => key === many);
    const deadline = Date.now() + 10_000;
    // Messages are kept each second.
    while ((await counted())?.messages !== 5 && Date.now() < deadline);
    const { key: _, ...ofMany } = (await counted()) ?? { key: null };
    assert.partialDeepStrictEqual(ofMany, { entries: 6, conversions: '<5', messages: 5 });
    assert.ok(Number((await counted())?.tokens) > 0);
    const ofFew = (await use('by=label')).rows.find(({ key }) => key === few);
    assert.partialDeepStrictEqual(ofFew ?? {}, { entries: '<5', messages: 0, tokens: null });
    const { rows, total } = await use();
    assert.deepEqual([rows.length, rows.at(-1)?.key, rows.at(-1)?.entries], [30, today, 7]);
    assert.ok(rows.slice(0, -1).every(({ entries }) => entries === 0));
    assert.equal(total.entries, 7);
    assert.equal((await use(`label=${few}`)).total.entries, '<5');
    const csv = await operator.get('/api/operator/use/csv?by=label');
    assert.match(
      String(csv.body),
      new RegExp(`^label,name,entries,.*\\n(.*\\n)*${many},,6,<5,0,5,\\d+$`, 'm'),
    );
    for (const query of [
      'from=2027-13-01',
      'from=2020-01-01&until=2027-01-01',
      'from=2027-02-02&until=2027-02-01',
    ])
      assert.equal((await operator.get(`/api/operator/use?${query}`)).status, 400, query);
  });
});
