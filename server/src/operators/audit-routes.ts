import * as contract from '@foyer/api/operator/audit';
import { csvLine } from '@foyer/code-files/export-codes';
import { Hono } from 'hono';
import { allActs, type ListedAct, listActs } from '../audit/list-acts.ts';
import { refuse } from '../http/errors.ts';
import { placeFrom, placeToken } from '../http/page-place.ts';
import { serveRoute } from '../http/serve-route.ts';
import type { Parts } from '../parts.ts';
import type { Operating } from './guard.ts';

const usualLimit = 50;

export function auditRoutes({ database: { db } }: Pick<Parts, 'database'>) {
  const app = new Hono<Operating>();

  serveRoute(app, contract.getAudit, async (c) => {
    const { after, limit = usualLimit, ...filter } = c.req.valid('query');
    const place = placeFrom(after);
    if (place === undefined)
      return refuse(c, 400, 'INVALID_INPUT', 'after: the `next` of a page is expected');
    const found = await listActs(db, { filter, after: place, limit: limit + 1 });
    const entries = found.slice(0, limit);
    const last = found.length > limit ? entries.at(-1) : undefined;
    return c.json({ entries, next: placeToken(last ? { time: last.at, id: last.id } : null) });
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
