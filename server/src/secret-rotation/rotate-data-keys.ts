import type { Database, Tables } from '@foyer/database';
import { newDataKey, unwrap, wrap, wrappedBy } from '@foyer/invitation-codes/data-keys';
import type { Transaction } from 'kysely';
import type { BothKeys } from './rotate-codes.ts';

const batchSize = 200;

type Holder = { id: string; dataKeys: string };

// Each user also gets a new data key for future texts: a stolen copy with the former secret does not contain it.
// Returns how many users were, or (`isTry`) would be, changed.
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
          // A race: a server that is about to end may have added a key just now; the next pass finds it.
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
