import type { Database } from '@foyer/database';

/**
 * Marks the guests of an older version who came by what is the default code today, once: since then it is written down how
 * a guest came.
 *
 * @param given the digest of the default code that is set; null where the starter code is the default one
 */
export function markDefaultEntries({ db }: Pick<Database, 'db'>, given: string | null): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const due = await trx
      .deleteFrom('setting')
      .where('key', '=', 'defaultEntriesDue')
      .returning('key')
      .executeTakeFirst();
    if (!due) return;
    const starter = trx.selectFrom('setting').select('value').where('key', '=', 'starterLoginCode');
    await trx
      .updateTable('redemption')
      .set({ entry: 'default' })
      .where('entry', '=', 'guest')
      .where('codeId', 'in', (eb) =>
        eb
          .selectFrom('invitationCode')
          .select('id')
          .where('digest', 'in', given === null ? starter : [given]),
      )
      .where('id', 'in', (eb) => eb.selectFrom('user').select('redemptionId').where('isGuest', '=', true))
      .execute();
  });
}
