import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';

export type Contents = {
  settings: Map<string, string>;
  migrations: string[];
  /** Redemptions of each code, by its id. */
  redemptions: Map<string, number>;
};

export function noContents(): Contents {
  return { settings: new Map(), migrations: [], redemptions: new Map() };
}

export async function readContents(db: Kysely<Tables>): Promise<Contents> {
  const settings = await db.selectFrom('setting').selectAll().execute();
  const migrations = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  const codes = await db
    .selectFrom('invitationCode')
    .select((eb) => [
      'id',
      eb
        .selectFrom('redemption')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('redemption.codeId', '=', 'invitationCode.id')
        .as('count'),
    ])
    .execute();
  return {
    settings: new Map(settings.map(({ key, value }) => [key, value])),
    migrations: migrations.rows.map(({ name }) => name),
    redemptions: new Map(codes.map(({ id, count }) => [id, Number(count)])),
  };
}
