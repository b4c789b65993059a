import type { Database } from '@foyer/database';

/**
 * Runs once: marks guests of an older version who entered with today's default code. Newer versions store this at
 * entry.
 * @param given digest of the default code that is set; null: the first code is the default
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
