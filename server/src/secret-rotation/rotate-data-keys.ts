import type { Database, Tables } from '@foyer/database';
import { newDataKey, unwrap, wrap, wrappedBy } from '@foyer/invitation-codes/data-keys';
import type { Transaction } from 'kysely';
import type { BothKeys } from './rotate-codes.ts';

/** How many people one transaction looks at. */
const batchSize = 200;

type Holder = { id: string; dataKeys: string };

/**
 * Wraps the data keys anew that the former secret wraps: those of members, and of guests who came before texts were sealed.
 * Each gets a new data key for the texts to come, which is not in any copy of the database that the former secret opens.
 *
 * @param isTry whether it only looks: whether each can be opened by one of the secrets
 * @returns of how many people they were, or would be, wrapped anew
 */
export async function rotateDataKeys(
  { db }: Database,
  keys: BothKeys,
  { isTry }: { isTry: boolean },
): Promise<number> {
  let [last, changed] = ['', 0];
  while (true) {
    const batch = await db.transaction().execute(async (trx) => {
      const holders = await holdersAfter(trx, last);
      const former = holders.flatMap((holder) => wrappedAnew(holder, keys));
      for (const { id, dataKeys, formerly } of isTry ? [] : former)
        await trx
          .updateTable('user')
          .set({ dataKeys })
          .where('id', '=', id)
          // A server that is about to end may have given them another key just now: the next look finds it.
          .where('dataKeys', '=', formerly)
          .execute();
      return { last: holders.at(-1)?.id, changed: former.length };
    });
    changed += batch.changed;
    if (batch.last === undefined) return changed;
    last = batch.last;
  }
}

async function holdersAfter(trx: Transaction<Tables>, last: string): Promise<Holder[]> {
  const holders = await trx
    .selectFrom('user')
    .select(['id', 'dataKeys'])
    .where('id', '>', last)
    .where('dataKeys', 'is not', null)
    .orderBy('id')
    .limit(batchSize)
    .execute();
  return holders.map(({ id, dataKeys }) => ({ id, dataKeys: dataKeys ?? '' }));
}

/** The keys of a person as they are kept from now on; none when the secret does not wrap them, or the next one does already. */
function wrappedAnew(
  { id, dataKeys }: Holder,
  { former, next }: BothKeys,
): (Holder & { formerly: string })[] {
  if (wrappedBy(dataKeys) !== 'secret') return [];
  const opener = (secretKey: BothKeys['next']['data']) => ({ userId: id, secretKey, browserKey: null });
  if (unwrap(dataKeys, opener(next.data))) return [];
  const opened = unwrap(dataKeys, opener(former.data));
  if (!opened) throw new Error('the data keys of a person cannot be opened');
  const renewed = wrap([newDataKey(), ...opened], 'secret', opener(next.data));
  return [{ id, dataKeys: renewed, formerly: dataKeys }];
}
