import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { onEveryDatabase } from '../../../testing/database/database.ts';
import { startApp } from '../../../testing/server/app.ts';
import { newMember, newOperator, newToken } from '../../../testing/server/operators.ts';
import { type Actor, command, noteAct } from './note-act.ts';

type Entry = { id: string; act: string; byName: string | null; onName: string | null; after: unknown };
type Page = { entries: Entry[]; next: string | null };

onEveryDatabase(({ kind, open, place }) => {
  test('the database refuses to change, delete or replace what was done', async () => {
    const { db } = await open();
    await noteAct(db, command, { act: 'code.create', on: 'batch', id: 'b', count: 3 }, 1);
    const acts = [
      sql`update audit set act = 'nothing'`,
      sql`delete from audit`,
      ...(kind === 'postgres' ? [sql`truncate audit`] : []),
    ];
    for (const act of acts) await assert.rejects(act.execute(db), /the audit log only grows/);
    assert.equal((await db.selectFrom('audit').select('act').execute()).length, 1);
  });

  test('an act that fails leaves no row', async () => {
    const { db } = await open();
    const work = db.transaction().execute(async (trx) => {
      await noteAct(trx, command, { act: 'code.create', on: 'batch', id: 'b' }, 1);
      throw new Error('taken');
    });
    await assert.rejects(work, /taken/);
    assert.deepEqual(await db.selectFrom('audit').select('act').execute(), []);
  });

  test('the log is filtered, read page by page, and exported', async () => {
    const app = await startApp((await place()).url);
    const { id, email, browser } = await newOperator(app);
    const member = await newMember(app);
    const { id: tokenId } = await newToken(app, 'read');
    const own: Actor = { by: 'operator', id, from: '192.0.2.0/24' };
    const base = Date.now() + 1000;
    for (let row = 0; row < 7; row++) {
      // Some at the same time: the id decides.
      const at = base + Math.floor(row / 2);
      await noteAct(app.db, own, { act: 'member.block', on: 'member', id: member.id, after: { row } }, at);
    }
    const byToken: Actor = { by: 'token', id: tokenId, from: null };
    await noteAct(app.db, byToken, { act: 'code.export', on: 'selection', id: null, count: 5 }, base + 10);

    const read = async (query: string) => (await browser.get(`/api/operator/audit?${query}`)).body as Page;
    const paged: Entry[] = [];
    for (let after = ''; ; ) {
      const { entries, next } = await read(`act=member.block&limit=3${after}`);
      paged.push(...entries);
      if (next === null) break;
      after = `&after=${next}`;
    }
    assert.equal(paged.length, 7);
    assert.equal(new Set(paged.map(({ id }) => id)).size, 7);
    assert.deepEqual([paged[0]?.byName, paged[0]?.onName], [email, member.email]);
    assert.deepEqual(
      (await read('by=token')).entries.map(({ act, byName }) => [act, byName]),
      [['code.export', 'a test']],
    );
    assert.equal((await read(`by=${id}&id=${member.id}`)).entries.length, 7);
    assert.equal((await read(`on=member&from=${base + 1}&to=${base + 2}`)).entries.length, 4);
    assert.equal((await browser.get('/api/operator/audit?after=x')).code, 'INVALID_INPUT');
    assert.equal((await browser.get('/api/operator/audit?limit=1000')).code, 'INVALID_INPUT');

    // A person who is gone has no name left, but the log stays.
    await app.db.deleteFrom('user').where('id', '=', member.id).execute();
    assert.equal((await read(`id=${member.id}`)).entries[0]?.onName, null);
    const exported = await browser.get('/api/operator/audit.csv?act=member.block');
    const lines = String(exported.body).trim().split('\n');
    assert.equal(lines.length, 8);
    assert.match(lines[0] ?? '', /^at,by,byId,byName,act,on/);
    assert.match(lines[1] ?? '', /^\d{4}-.*Z,operator,.*192\.0\.2\.0\/24,,"\{""row"":/);
  });
});
