import * as contract from '@foyer/api/operator/batches';
import type { Database } from '@foyer/database';
import { batchIdOf, findBatch, sumUse } from '@foyer/invitation-codes/codes';
import { Hono } from 'hono';
import { sql } from 'kysely';
import { few } from '../codes/few.ts';
import { refuse } from '../http/errors.ts';
import { serveRoute } from '../http/serve-route.ts';
import { noPlace, pageOf, placeFrom, usualLimit } from '../lists/page-place.ts';
import type { Operating } from '../operators/guard.ts';

export function batchRoutes({
  database: { db },
  now,
}: {
  database: Pick<Database, 'db'>;
  now: () => number;
}) {
  const routes = new Hono<Operating>();

  serveRoute(routes, contract.listBatches, async (c) => {
    const { after, limit = usualLimit } = c.req.valid('query');
    const place = placeFrom(after);
    if (place === undefined) return refuse(c, 400, 'INVALID_INPUT', noPlace);
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
    const { rows, next } = pageOf(found, limit, ({ createdAt, id }) => ({ time: createdAt, id }));
    return c.json({ batches: rows.map((batch) => ({ ...batch, codes: batch.codes ?? 0 })), next });
  });

  serveRoute(routes, contract.getBatch, async (c) => {
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
