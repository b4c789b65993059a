import type { Database } from '@foyer/database';

/** Runs once, for guests of an older version. `given`: digest of the set default code; null: the first code. */
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
