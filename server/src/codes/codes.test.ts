import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEveryDatabase } from '../../../testing/database/database.ts';
import { startApp } from '../../../testing/server/app.ts';
import { newOperator, newToken } from '../../../testing/server/operators.ts';
import type { CodeOnPages } from './code-on-pages.ts';
import type { CodeInFull } from './full-code.ts';

const base = '/api/operator/codes';
const dayMs = 24 * 60 * 60 * 1000;

type Made = { batch: string; codes: { id: string; code: string; link: string }[] };
type Page = { codes: CodeOnPages[]; next: string | null };

onEveryDatabase(async ({ kind, place }) => {
  const running = place().then(({ url }) => startApp(url, { TIME_ZONE: 'Europe/Berlin' }));
  const asOperator = async () => {
    const app = await running;
    const { browser: operator, id } = await newOperator(app);
    const send = async <Body>(method: string, path: string, body?: unknown) => {
      const answer = await operator.send(method, `${base}${path}`, body);
      return { ...answer, body: answer.body as Body };
    };
    const make = async (terms: object) => (await send<Made>('POST', '', terms)).body;
    const acts = (onId: string) =>
      app.db.selectFrom('audit').selectAll().where('onId', '=', onId).orderBy('id').execute();
    return { app, operator, id, send, make, acts };
  };

  test('codes are made, found by text, batch and label, and opened by people', async () => {
    const { app, id, send, make, acts } = await asOperator();
    const { batch, codes } = await make({
      ...{ kind: 'login', count: 3, allowed: 2, label: ' Library ', note: 'Rent, repairs?' },
      ...{ messagesPerPerson: 20, language: 'de' },
    });
    assert.equal(codes.length, 3);
    const [first] = codes;
    assert.ok(first);
    assert.equal(first.link, `${app.origin}/#invite-code=${encodeURIComponent(first.code)}`);
    const find = (text: string) => send<{ id: string | null }>('POST', '/find', { text });
    assert.deepEqual((await find(` ${first.code.toLowerCase()} `)).body, { id: first.id });
    assert.deepEqual((await find('no such code')).body, { id: null });
    assert.deepEqual((await find('')).body, { id: null });
    const [only, ...others] = (await send<Page>('GET', `?id=${first.id}`)).body.codes;
    assert.deepEqual([only?.code, others], [first.code, []]);
    for (const search of [batch, 'Library']) {
      const { body } = await send<Page>('GET', `?search=${encodeURIComponent(search)}`);
      const found = body.codes.map((code) => code.id);
      assert.deepEqual(found.sort(), codes.map((c) => c.id).sort());
      assert.ok(body.codes.every(({ batch: of, state }) => of === batch && state === 'open'));
    }
    const guest = app.visitor();
    assert.equal((await guest.enter(first.code)).status, 200);
    const { body: full } = await send<CodeInFull>('GET', `/${first.id}`);
    assert.deepEqual(
      [full.remaining, full.use.entries, full.use.peopleIn, full.days?.length, full.latest?.[0]?.as],
      [1, 1, 1, 1, 'guest'],
    );
    assert.deepEqual([full.label, full.batch?.note, full.language], ['Library', 'Rent, repairs?', 'de']);
    const [noted] = await acts(batch);
    assert.deepEqual([noted?.act, noted?.by, noted?.byId, noted?.count], ['code.create', 'operator', id, 3]);
    assert.ok(!JSON.stringify(noted).includes(first.code));
  });

  test('a code for one person tells no time and no number of that person', async () => {
    const { app, send, make } = await asOperator();
    const { codes } = await make({ kind: 'login' });
    const [code] = codes;
    assert.ok(code);
    await app.visitor().enter(code.code);
    const { body } = await send<CodeInFull>('GET', `/${code.id}`);
    assert.deepEqual(
      [body.use.entries, body.use.messages, body.use.tokens, body.days, body.latest, body.lastUsedAt],
      [1, null, null, null, null, null],
    );
  });

  test('what a form sends wrongly is refused by its field, and nothing is made', async () => {
    const { app, send } = await asOperator();
    const count = async () => (await app.db.selectFrom('batch').select('id').execute()).length;
    const before = await count();
    const wrong: [object, RegExp][] = [
      [{ kind: 'guest' }, /^kind: /],
      [{ kind: 'login', count: 10_001 }, /^count: /],
      [{ kind: 'login', allowed: 0 }, /^allowed: /],
      [{ kind: 'registration', peopleAtOnce: 3 }, /^peopleAtOnce: is only for login codes$/],
      [{ kind: 'login', validUntil: 9_000_000_000_000_000 }, /^validUntil: /],
      [{ kind: 'login', validFrom: -1 }, /^validFrom: /],
      [{ kind: 'login', validUntil: 1 }, /^validUntil: must be later than the start$/],
      [{ kind: 'login', assistant: 'nobody' }, /^assistant: there is no such assistant$/],
      [{ kind: 'login', note: 'x'.repeat(121) }, /^note: is longer than 120 characters$/],
      [{ kind: 'login', isShort: true, allowed: 501 }, /^allowed: must be at most 500/],
      [{ kind: 'login', code: 'OWN', count: 2 }, /^code: one code is expected/],
      [{ kind: 'login', colour: 'red' }, /colour/],
    ];
    for (const [terms, message] of wrong) {
      const { status, body } = await send<{ message: string }>('POST', '', terms);
      assert.equal(status, 400, JSON.stringify(terms));
      assert.match(body.message, message);
    }
    await send('POST', '', { kind: 'login', code: 'TAKEN-2027' });
    assert.equal((await send('POST', '', { kind: 'login', code: 'taken 2027' })).code, 'CODE_EXISTS');
    assert.equal(await count(), before + 1);
  });

  test('the second of two who edit a code is told, and spent uses stay spent', async () => {
    const { app, send, make, acts } = await asOperator();
    const [code] = (await make({ kind: 'login', allowed: 5 })).codes;
    assert.ok(code);
    await app.visitor().enter(code.code);
    const { version } = (await send<CodeInFull>('GET', `/${code.id}`)).body;
    const edit = (fields: object) => send<CodeInFull & { message: string }>('PATCH', `/${code.id}`, fields);
    const first = await edit({ version, allowed: 3, messagesPerPerson: 7 });
    assert.deepEqual([first.status, first.body.allowed, first.body.remaining], [200, 3, 2]);
    assert.equal((await edit({ version, allowed: 9 })).code, 'CHANGED_MEANWHILE');
    const wrong = await edit({ version: first.body.version, validUntil: 5 });
    assert.equal(wrong.body.message, 'validUntil: must be later than the start');
    assert.equal((await edit({ version: first.body.version, kind: 'registration' })).status, 400);
    const [noted, ...others] = await acts(code.id);
    assert.deepEqual(others, []);
    assert.deepEqual(JSON.parse(noted?.before ?? ''), { allowed: 5, remaining: 4, messagesPerPerson: null });
    assert.deepEqual(JSON.parse(noted?.after ?? ''), { allowed: 3, remaining: 2, messagesPerPerson: 7 });
  });

  test('many codes are revoked after a look at how many, and exactly these are restored by undo', async () => {
    const { send, make, acts } = await asOperator();
    const { batch, codes } = await make({ kind: 'login', count: 4, label: 'spring' });
    const [before] = codes;
    assert.ok(before);
    await send('POST', `/${before.id}/revoke`);
    const change = (body: object) =>
      send<{ codes: number; revokedAt: number | null }>('POST', '/changes', body);
    const selection = { filter: { batch } };
    const revoke = { act: 'revoke' };
    assert.equal((await change({ selection, change: revoke, isDryRun: true })).body.codes, 3);
    const open = async () => (await send<Page>('GET', `?batch=${batch}&state=open`)).body.codes.length;
    assert.equal(await open(), 3);
    const { body } = await change({ selection: { filter: { batch, state: 'open' } }, change: revoke });
    assert.equal(body.codes, 3);
    assert.equal(await open(), 0);
    const undo = { act: 'restore', revokedAt: body.revokedAt };
    assert.equal((await change({ selection, change: undo })).body.codes, 3);
    assert.equal(await open(), 3);
    const ids = codes.map(({ id }) => id);
    const relabelled = await change({ selection: { ids }, change: { act: 'relabel', label: 'summer' } });
    assert.equal(relabelled.body.codes, 4);
    assert.equal((await send<Page>('GET', '?label=summer')).body.codes.length, 4);
    const refused = await change({ selection, change: { act: 'extend', validUntil: 3 } });
    assert.equal(refused.code, 'CHANGE_REFUSED');
    const extended = await change({
      selection,
      change: { act: 'extend', validUntil: Date.now() + 90 * dayMs },
    });
    assert.equal(extended.body.codes, 4);
    assert.deepEqual(
      (await acts(batch)).map(({ act, count }) => [act, count]),
      [
        ['code.create', 4],
        ['code.revoke', 3],
        ['code.restore', 3],
        ['code.extend', 4],
      ],
    );
  });

  test('a list is read page by page in each order, by each filter, and every code comes once', async () => {
    const { app, send, make } = await asOperator();
    const at = Date.now();
    const terms = { kind: 'login', label: 'paged' };
    for (const day of [1, 2, 3])
      await make({ ...terms, count: 3, validFrom: at - dayMs, validUntil: at + day * dayMs });
    await make({ ...terms, kind: 'registration', validFrom: at + dayMs, validUntil: at + 5 * dayMs });
    await app.db
      .updateTable('invitationCode')
      .set({ remaining: 0 })
      .where('validUntil', '=', at + dayMs)
      .execute();
    const all = async (query: string) => {
      const codes: CodeOnPages[] = [];
      let after = '';
      do {
        const { body } = await send<Page>('GET', `?label=paged&limit=2&${query}${after}`);
        codes.push(...body.codes);
        after = body.next === null ? '' : `&after=${body.next}`;
      } while (after !== '');
      assert.equal(new Set(codes.map(({ id }) => id)).size, codes.length);
      return codes;
    };
    const sorts = {
      newest: 'createdAt',
      oldest: 'createdAt',
      endsFirst: 'validUntil',
      endsLast: 'validUntil',
    } as const;
    for (const [sort, time] of Object.entries(sorts)) {
      const times = (await all(`sort=${sort}`)).map((code) => code[time]);
      const sorted = times.toSorted((a, b) => (/newest|endsLast/.test(sort) ? b - a : a - b));
      assert.deepEqual([times.length, times], [10, sorted], sort);
    }
    const found = {
      'state=open': 6,
      'state=usedUp': 3,
      'state=notYet': 1,
      'state=ended': 0,
      'state=revoked': 0,
      'kind=registration': 1,
      [`endsUntil=${at + 2 * dayMs}`]: 6,
      [`endsFrom=${at + 3 * dayMs}`]: 4,
      [`createdUntil=${at - 1}`]: 0,
      [`createdFrom=${at - dayMs}`]: 10,
      'assistant=housing': 0,
    };
    for (const [query, count] of Object.entries(found)) assert.equal((await all(query)).length, count, query);
    const { body: sums } = await send<object>('GET', '/sums?label=paged');
    assert.deepEqual(sums, { codes: 10, open: 6, allowed: 6, remaining: 6 });
    for (const query of ['after=nonsense', 'limit=0', 'limit=201', 'state=asleep', 'endsFrom=soon'])
      assert.equal((await send('GET', `?${query}`)).status, 400, query);
  });

  test('cards and exports hold exactly the chosen codes, and both are noted', async () => {
    const { app, operator, make, acts } = await asOperator();
    const { batch, codes } = await make({ kind: 'login', count: 3, label: '=SUM(A1)' });
    const ask = async (path: string, body: object) => {
      const response = await operator.begin(`${base}${path}`, body);
      return {
        status: response.status,
        type: response.headers.get('content-type'),
        data: Buffer.from(await response.arrayBuffer()),
      };
    };
    const exported = await ask('/export', { selection: { filter: { batch } }, format: 'csv' });
    const [header = '', ...lines] = exported.data.toString().trim().split('\n');
    assert.match(header, /^invitation_code,/);
    assert.deepEqual(lines.map((line) => line.split(',')[0]).sort(), codes.map(({ code }) => code).sort());
    assert.ok(lines.every((line) => line.includes("'=SUM(A1)")));
    const ids = codes.slice(0, 2).map(({ id }) => id);
    const printed = await ask('/cards', { selection: { ids }, form: 'sheets' });
    assert.deepEqual([printed.status, printed.type], [200, 'application/pdf']);
    assert.equal(printed.data.subarray(0, 5).toString(), '%PDF-');
    assert.equal((await ask('/cards', { selection: { ids: ['none'] }, form: 'sheets' })).status, 404);
    assert.deepEqual(
      (await acts(batch)).map(({ act }) => act),
      ['code.create', 'code.export'],
    );
    app.pass(16 * 60_000);
    for (const path of ['/export', '/cards'])
      assert.equal((await operator.send('POST', `${base}${path}`, {})).code, 'SIGN_IN_AGAIN');
    const stale = await operator.send('GET', `${base}?batch=${batch}`);
    assert.ok((stale.body as Page).codes.every(({ code }) => code === null));
    const { headers } = await newToken(app, 'read');
    const byToken = await app.visitor().send('GET', `${base}?batch=${batch}`, undefined, headers);
    assert.ok((byToken.body as Page).codes.every(({ code }) => code !== null));
  });

  test('a list that must look further than a page says so, and loses nothing', async () => {
    const { pageOfCodes } = await import('@foyer/invitation-codes/codes');
    const { app, make } = await asOperator();
    const { batch, codes } = await make({ kind: 'login', count: 9 });
    const last = codes.at(-1)?.id ?? '';
    await app.db.updateTable('invitationCode').set({ revokedAt: 5 }).where('id', '=', last).execute();
    const filter = { batch, state: { is: 'usedUp', at: Date.now() } } as const;
    const pages = [];
    let after = null;
    do {
      const page = await pageOfCodes(app.db, filter, { sort: 'oldest', after, limit: 5, lookAt: 4 });
      pages.push(page.rows.length);
      after = page.next;
    } while (after);
    assert.deepEqual(pages, [0, 0, 0], kind);
  });
});
