import * as contract from '@foyer/api/operator/imports';
import { type Context, Hono } from 'hono';
import { noteAct } from '../audit/note-act.ts';
import { refuse } from '../http/errors.ts';
import { serveRoute } from '../http/serve-route.ts';
import type { Operating } from '../operators/guard.ts';
import type { Parts } from '../parts.ts';

const usualLimit = 50;

export function importRoutes({
  imports,
  database: { db },
  now,
}: Pick<Parts, 'imports' | 'database' | 'now'>) {
  const routes = new Hono<Operating>();
  const unknown = (c: Context) => refuse(c, 404, 'IMPORT_NOT_FOUND');

  serveRoute(routes, contract.listImports, (c) => c.json({ imports: imports.list() }));

  serveRoute(routes, contract.createImport, async (c) => {
    const { name, resetUsage = false } = c.req.valid('json');
    const job = await imports.create({ name, resetUsage });
    return job ? c.json(job, 201) : refuse(c, 409, 'IMPORT_RUNNING');
  });

  serveRoute(routes, contract.sendPiece, async (c) => {
    const job = imports.find(c.req.valid('param').id);
    if (!job) return unknown(c);
    const { from, isLast = false } = c.req.valid('query');
    const piece = new Uint8Array(await c.req.arrayBuffer());
    const taken = await imports.append(job, { from, piece });
    if ('problem' in taken && !('id' in taken)) return refuse(c, 400, 'INVALID_INPUT', taken.problem);
    if (isLast && imports.isAtWork()) return refuse(c, 409, 'IMPORT_RUNNING');
    if (isLast) imports.plan(job);
    return c.json(job.shown);
  });

  serveRoute(routes, contract.getImport, (c) => {
    const job = imports.find(c.req.valid('param').id);
    return job ? c.json(job.shown) : unknown(c);
  });

  serveRoute(routes, contract.listPlannedRows, (c) => {
    const job = imports.find(c.req.valid('param').id);
    if (!job) return unknown(c);
    const { after, limit = usualLimit, outcome, search } = c.req.valid('json');
    if (after !== undefined && !/^\d{1,15}$/.test(after))
      return refuse(c, 400, 'INVALID_INPUT', 'after: the `next` of a page is expected');
    const found = job.plan?.page({ outcome, search, after: Number(after ?? 0), limit: limit + 1 }) ?? [];
    const rows = found.slice(0, limit);
    const last = found.length > limit ? rows.at(-1) : undefined;
    return c.json({ rows, next: last ? String(last.row) : null });
  });

  serveRoute(routes, contract.runImport, async (c) => {
    const job = imports.find(c.req.valid('param').id);
    if (!job) return unknown(c);
    if (job.shown.state === 'writing' || job.shown.state === 'written') return c.json(job.shown);
    if (job.shown.state !== 'planned' || imports.isAtWork()) return refuse(c, 409, 'IMPORT_RUNNING');
    const { skipRefused = false } = c.req.valid('json');
    const { totals, isRefused } = job.shown;
    const count = (totals?.new ?? 0) + (totals?.changed ?? 0);
    const isEmpty = totals !== null && totals.refused === totals.rows;
    if (isEmpty || (isRefused && !skipRefused))
      return refuse(c, 409, 'CHANGE_REFUSED', 'the file: some of its rows are refused');
    // An order: the log first, so that no import runs without being in it.
    await noteAct(
      db,
      c.get('actor'),
      { act: 'code.import', on: 'selection', id: null, count, after: totals },
      now(),
    );
    imports.write(job);
    return c.json(job.shown);
  });

  serveRoute(routes, contract.deleteImport, async (c) => {
    const job = imports.find(c.req.valid('param').id);
    if (!job) return unknown(c);
    await imports.forget(job);
    return c.body(null, 204);
  });

  return routes;
}
