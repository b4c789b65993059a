import type { Database, Tables } from '@foyer/database';
import { type CodeKeys, digestOf, seal, unseal } from '@foyer/invitation-codes/seal';
import { sql, type Transaction } from 'kysely';

const batchSize = 1000;

export type BothKeys = { former: CodeKeys; next: CodeKeys };

type Kept = { id: string; digest: string; sealed: string };

/** Returns how many codes were, or (`isTry`) would be, sealed with the next secret. */
export async function rotateCodes(
  { db, kind }: Database,
  keys: BothKeys,
  { isTry, tell }: { isTry: boolean; tell: (codes: number) => void },
): Promise<number> {
  let [last, read, changed] = ['', 0, 0];
  while (true) {
    const batch = await db.transaction().execute(async (trx) => {
      const codes = await codesAfter(trx, last);
      const former = codes.flatMap((code) => sealedAnew(code, keys));
      if (!isTry && former.length > 0) await replace(trx, kind, former);
      return { codes, changed: former.length };
    });
    read += batch.codes.length;
    changed += batch.changed;
    tell(read);
    last = batch.codes.at(-1)?.id ?? '';
    if (last === '') return changed;
  }
}

function codesAfter(trx: Transaction<Tables>, last: string): Promise<Kept[]> {
  return trx
    .selectFrom('invitationCode')
    .select(['id', 'digest', 'sealed'])
    .where('id', '>', last)
    .orderBy('id')
    .limit(batchSize)
    .execute();
}

/** Empty when the code is already sealed with the next secret. Throws when neither secret opens it. */
function sealedAnew(code: Kept, { former, next }: BothKeys): (Kept & { formerDigest: string })[] {
  if (opens(code, next)) return [];
  const text = unseal(former, code.sealed, code.digest);
  const digest = digestOf(next, text);
  return [{ id: code.id, digest, sealed: seal(next, text, digest), formerDigest: code.digest }];
}

function opens({ sealed, digest }: Kept, keys: CodeKeys): boolean {
  try {
    unseal(keys, sealed, digest);
    return true;
  } catch {
    return false;
  }
}

/** Many rows travel as one JSON parameter. The first code is also stored by its digest. */
async function replace(
  trx: Transaction<Tables>,
  kind: Database['kind'],
  codes: (Kept & { formerDigest: string })[],
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
