import type { Tables } from '@foyer/database/tables';
import { type Kysely, type Selectable, sql } from 'kysely';

/** A missing field matches all. Times are epoch milliseconds, and inclusive. */
export type ActFilter = {
  act?: string | undefined;
  on?: string | undefined;
  /** Of what it was done to. */
  id?: string | undefined;
  /** Who did it: one of the three kinds, or an id. */
  by?: string | undefined;
  from?: number | undefined;
  to?: number | undefined;
};

export type ListedAct = Omit<Selectable<Tables['audit']>, 'before' | 'after'> & {
  before: unknown;
  after: unknown;
  /** The email of an operator, the name of a token; null when it exists no more. */
  byName: string | null;
  /** The email of a person, the name of a token, the label of a code or batch. */
  onName: string | null;
};

type Page = { filter: ActFilter; after: { time: number; id: string } | null; limit: number };

const kinds = ['operator', 'token', 'command'];

/** The newest first. Names are looked up now: the log itself has only ids. */
export async function listActs(
  db: Kysely<Tables>,
  { filter: { act, on, id, by, from, to }, after, limit }: Page,
): Promise<ListedAct[]> {
  let query = db
    .selectFrom('audit')
    .leftJoin('user as actor', 'actor.id', 'audit.byId')
    .leftJoin('operatorToken as actingToken', 'actingToken.id', 'audit.byId')
    .leftJoin('user as person', (join) =>
      // A guest has no email of their own.
      join.onRef('person.id', '=', 'audit.onId').on('person.isGuest', '=', false),
    )
    .leftJoin('operatorToken as token', 'token.id', 'audit.onId')
    .leftJoin('invitationCode as code', 'code.id', 'audit.onId')
    .leftJoin('batch', 'batch.id', 'audit.onId')
    .selectAll('audit')
    .select(({ fn }) => [
      fn.coalesce('actor.email', 'actingToken.name').as('byName'),
      fn.coalesce('person.email', 'token.name', 'code.label', 'batch.label').as('onName'),
    ])
    .orderBy('audit.at', 'desc')
    .orderBy('audit.id', 'desc')
    .limit(limit);
  if (act !== undefined) query = query.where('audit.act', '=', act);
  if (on !== undefined) query = query.where('audit.on', '=', on);
  if (id !== undefined) query = query.where('audit.onId', '=', id);
  if (by !== undefined)
    query = kinds.includes(by)
      ? query.where(sql.ref('audit.by'), '=', by)
      : query.where('audit.byId', '=', by);
  if (from !== undefined) query = query.where('audit.at', '>=', from);
  if (to !== undefined) query = query.where('audit.at', '<=', to);
  if (after)
    query = query.where(
      sql<boolean>`(${sql.ref('audit.at')}, ${sql.ref('audit.id')}) < (${after.time}, ${after.id})`,
    );
  const rows = await query.execute();
  return rows.map((row) => ({ ...row, before: parsed(row.before), after: parsed(row.after) }));
}

/** All that match, read page by page. */
export async function* allActs(db: Kysely<Tables>, filter: ActFilter): AsyncGenerator<ListedAct> {
  const limit = 500;
  let after: Page['after'] = null;
  while (true) {
    const page = await listActs(db, { filter, after, limit });
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < limit) return;
    after = { time: last.at, id: last.id };
  }
}

function parsed(json: string | null): unknown {
  return json === null ? null : JSON.parse(json);
}
