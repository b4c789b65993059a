import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEveryDatabase } from '../../../testing/database/database.ts';
import { startApp, type Visitor } from '../../../testing/server/app.ts';
import { newOperator } from '../../../testing/server/operators.ts';
import type { ImportJob } from '../import-jobs/import-jobs.ts';
import type { RowOnPages } from '../import-jobs/plan-rows.ts';

const base = '/api/operator/imports';

const rowOf = (code: string, fields: object = {}) => ({
  invitation_code: code,
  invitation_type: 'LOGIN',
  allowed_usage: 3,
  valid_from: '2026-01-01',
  valid_until: '2036-01-01',
  ...fields,
});

async function begin(operator: Visitor, name: string): Promise<string> {
  return ((await operator.post(base, { name })).body as ImportJob).id;
}

function sendPiece(operator: Visitor, id: string, text: string, query: string) {
  const type = { 'content-type': 'application/octet-stream' };
  return operator.send('PUT', `${base}/${id}/file?${query}`, text, type);
}

async function ended(operator: Visitor, id: string): Promise<ImportJob> {
  while (true) {
    const job = (await operator.get(`${base}/${id}`)).body as ImportJob;
    if (job.state !== 'reading' && job.state !== 'writing') return job;
  }
}

onEveryDatabase(({ place }) => {
  const running = place().then(({ url }) => startApp(url));

  test('a file is sent in pieces, planned, searched, and written; people enter by its codes', async () => {
    const app = await running;
    const { browser: operator } = await newOperator(app);
    await app.makeCode({ code: 'OLD-CODE', allowed: 1 });
    const rows = [
      rowOf('NEW-CODE'),
      rowOf('OLD-CODE', { label: 'again' }),
      rowOf('BAD-CODE', { allowed_usage: 0 }),
    ];
    const text = rows.map((row) => JSON.stringify(row)).join('\n');
    const id = await begin(operator, 'codes.jsonl');
    const half = text.slice(0, 100);
    assert.equal((await sendPiece(operator, id, half, 'from=0')).status, 200);
    // A piece whose answer was lost is sent again.
    const again = await sendPiece(operator, id, half, 'from=0');
    assert.equal((again.body as ImportJob).bytes, 100);
    assert.equal((await sendPiece(operator, id, 'x', 'from=150')).status, 400);
    assert.equal((await operator.post(`${base}/${id}/run`)).code, 'IMPORT_RUNNING');
    await sendPiece(operator, id, text.slice(100), 'from=100&isLast=true');
    const planned = await ended(operator, id);
    assert.deepEqual([planned.state, planned.isRefused], ['planned', true]);
    assert.deepEqual(planned.totals, { rows: 3, new: 1, changed: 1, unchanged: 0, refused: 1 });

    const page = async (query: object) => {
      const { body } = await operator.post(`${base}/${id}/rows`, query);
      return body as { rows: RowOnPages[]; next: string | null };
    };
    assert.deepEqual(
      (await page({ outcome: 'refused' })).rows.map(({ code, problems }) => [code, problems[0]?.field]),
      [['BAD-CODE', 'allowed_usage']],
    );
    assert.deepEqual(
      (await page({ search: 'old-' })).rows.map(({ code }) => code),
      ['OLD-CODE'],
    );
    const first = await page({ limit: 2 });
    assert.deepEqual(
      (await page({ limit: 2, after: first.next })).rows.map(({ row }) => row),
      [3],
    );

    assert.equal((await operator.post(`${base}/${id}/run`)).code, 'CHANGE_REFUSED');
    assert.equal((await app.visitor().enter('NEW-CODE')).status, 400);
    assert.equal((await operator.post(`${base}/${id}/run`, { skipRefused: true })).status, 200);
    assert.equal((await ended(operator, id)).state, 'written');
    assert.equal((await app.visitor().enter('NEW-CODE')).status, 200);
    const noted = await app.db.selectFrom('audit').selectAll().where('act', '=', 'code.import').execute();
    assert.deepEqual(
      noted.map(({ by, count }) => [by, count]),
      [['operator', 2]],
    );
    assert.equal((await operator.send('DELETE', `${base}/${id}`)).status, 204);
    assert.equal((await operator.get(`${base}/${id}`)).code, 'IMPORT_NOT_FOUND');
  });

  test('a file that is none of codes fails with its reason, and a forgotten one writes nothing', async () => {
    const app = await running;
    const { browser: operator } = await newOperator(app);
    const id = await begin(operator, 'codes.json');
    await sendPiece(operator, id, 'not json', 'from=0&isLast=true');
    const failed = await ended(operator, id);
    assert.equal(failed.state, 'failed');
    assert.match(failed.problem ?? '', /^codes\.json .*JSON/s);
    assert.doesNotMatch(failed.problem ?? '', /\/imports\//);
    const many = Array.from({ length: 3000 }, (_, i) => JSON.stringify(rowOf(`MANY-${i}`))).join('\n');
    const other = await begin(operator, 'codes.jsonl');
    await sendPiece(operator, other, many, 'from=0&isLast=true');
    assert.equal((await operator.send('DELETE', `${base}/${other}`)).status, 204);
    assert.equal((await app.visitor().enter('MANY-1')).status, 400);
    const tooLarge = await sendPiece(
      operator,
      await begin(operator, 'a.csv'),
      'x'.repeat(4_000_001),
      'from=0',
    );
    assert.equal(tooLarge.status, 413);
    assert.deepEqual(
      app.logged.filter((line) => line.includes('"error"')),
      [],
    );
  });
});
