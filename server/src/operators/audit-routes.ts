import * as contract from '@foyer/api/operator/audit';
import { csvLine } from '@foyer/code-files/export-codes';
import { Hono } from 'hono';
import { allActs, type ListedAct, listActs } from '../audit/list-acts.ts';
import { refuse } from '../http/errors.ts';
import { serveRoute } from '../http/serve-route.ts';
import { noPlace, pageOf, placeFrom, usualLimit } from '../lists/page-place.ts';
import type { Parts } from '../parts.ts';
import type { Operating } from './guard.ts';

export function auditRoutes({ database: { db } }: Pick<Parts, 'database'>) {
  const app = new Hono<Operating>();

  serveRoute(app, contract.getAudit, async (c) => {
    const { after, limit = usualLimit, ...filter } = c.req.valid('query');
    const place = placeFrom(after);
    if (place === undefined) return refuse(c, 400, 'INVALID_INPUT', noPlace);
    const found = await listActs(db, { filter, after: place, limit: limit + 1 });
    const { rows: entries, next } = pageOf(found, limit, ({ at, id }) => ({ time: at, id }));
    return c.json({ entries, next });
  });

  serveRoute(app, contract.exportAudit, (c) => {
    c.header('Content-Type', 'text/csv; charset=utf-8');
    c.header('Content-Disposition', 'attachment; filename="audit.csv"');
    const lines = linesOf(allActs(db, c.req.valid('query')));
    return c.body(ReadableStream.from(lines) as ReadableStream<Uint8Array<ArrayBuffer>>);
  });

  return app;
}

const columns = ['at', 'by', 'byId', 'byName', 'act', 'on', 'onId', 'onName', 'count', 'from'] as const;

async function* linesOf(acts: AsyncIterable<ListedAct>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(`${csvLine([...columns, 'before', 'after'])}\n`);
  for await (const act of acts) {
    const cells = columns.map((column) => (column === 'at' ? new Date(act.at).toISOString() : act[column]));
    yield encoder.encode(`${csvLine([...cells, textOf(act.before), textOf(act.after)])}\n`);
  }
}

function textOf(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}
