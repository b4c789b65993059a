import type { Database, Tables } from '@foyer/database';
import { type Kysely, sql, type Transaction } from 'kysely';

/** A code as it is stored: its digest finds it, and is the associated data of the sealed text. */
export type StoredCode = { id: string; digest: string; sealed: string };

export type NewDigest = StoredCode & { formerDigest: string };

const batchSize = 1000;

export function codesAfter(db: Kysely<Tables>, lastId: string): Promise<StoredCode[]> {
  return db
    .selectFrom('invitationCode')
    .select(['id', 'digest', 'sealed'])
    .where('id', '>', lastId)
    .orderBy('id')
    .limit(batchSize)
    .execute();
}

/** Many rows travel as one JSON parameter. The first code is also stored by its digest. */
export async function replaceDigests(
  trx: Transaction<Tables>,
  kind: Database['kind'],
  codes: NewDigest[],
): Promise<void> {
  const rows = JSON.stringify(codes.map(({ id, digest, sealed }) => [id, digest, sealed]));
  await (kind === 'postgres'
    ? sql`
        update "invitationCode" set "digest" = code ->> 1, "sealed" = code ->> 2
        from jsonb_array_elements(${rows}::jsonb) as code where "id" = code ->> 0`
    : sql`
        update "invitationCode" set "digest" = code ->> 1, "sealed" = code ->> 2
        from (select value as code from json_each(${rows}) limit -1) where "id" = code ->> 0`
  ).execute(trx);
  const starter = await trx
    .selectFrom('setting')
    .select('value')
    .where('key', '=', 'starterLoginCode')
    .executeTakeFirst();
  const value = codes.find(({ formerDigest }) => formerDigest === starter?.value)?.digest;
  if (value === undefined) return;
  await trx.updateTable('setting').set({ value }).where('key', '=', 'starterLoginCode').execute();
}
