import { batches as contract } from '@foyer/api/operator/codes';
import type { Database } from '@foyer/database';
import { batchIdOf, findBatch, sumUse } from '@foyer/invitation-codes/codes';
import { Hono } from 'hono';
import { sql } from 'kysely';
import { few } from '../codes/few.ts';
import { refuse } from '../http/errors.ts';
import { placeFrom, placeToken } from '../http/page-place.ts';
import { serveRoute } from '../http/serve-route.ts';
import type { Operating } from '../operators/guard.ts';

const usualLimit = 50;

export function batchRoutes({
  database: { db },
  now,
}: {
  database: Pick<Database, 'db'>;
  now: () => number;
}) {
  const routes = new Hono<Operating>();

  serveRoute(routes, contract.list, async (c) => {
    const { after, limit = usualLimit } = c.req.valid('query');
    const place = placeFrom(after);
    if (place === undefined)
      return refuse(c, 400, 'INVALID_INPUT', 'after: the `next` of a page is expected');
    const found = await db
      .selectFrom('batch')
      .selectAll('batch')
      .select(({ selectFrom, fn }) =>
        selectFrom('invitationCode')
          .select(fn.countAll<number>().as('codes'))
          .whereRef('invitationCode.batchId', '=', 'batch.id')
          .as('codes'),
      )
      .$if(place !== null, (query) =>
        query.where(sql<boolean>`("batch"."createdAt", "batch"."id") < (${place?.time}, ${place?.id})`),
      )
      .orderBy('batch.createdAt', 'desc')
      .orderBy('batch.id', 'desc')
      .limit(limit + 1)
      .execute();
    const shown = found.slice(0, limit).map((batch) => ({ ...batch, codes: batch.codes ?? 0 }));
    const last = found.length > limit ? shown.at(-1) : undefined;
    return c.json({ batches: shown, next: placeToken(last ? { time: last.createdAt, id: last.id } : null) });
  });

  serveRoute(routes, contract.get, async (c) => {
    const id = batchIdOf(c.req.valid('param').id);
    const batch = id === null ? null : await findBatch(db, id);
    if (!batch) return refuse(c, 404, 'BATCH_NOT_FOUND');
    const { codes, allowed, remaining, redemptions, peopleIn, messages, tokens } = await sumUse(
      db,
      { batch: batch.id },
      now(),
    );
    const isTold = few(redemptions.total) !== '<5';
    return c.json({
      ...{ ...batch, codes, allowed, remaining },
      entries: few(redemptions.total),
      converted: few(redemptions.converted),
      peopleIn: few(peopleIn),
      messages: isTold ? messages : null,
      tokens: isTold ? tokens : null,
    });
  });

  return routes;
}
