import type { Database } from '@foyer/database';
import { assistantIds } from '../assistants/assistant-ids.ts';
import type { Config } from '../config/read-config.ts';
import { about, type Finding } from './finding.ts';

const maxNamed = 10;

/** Codes whose assistant has no file any more. @param db null when the database is unavailable or not up to date */
export async function checkNamedAssistants(config: Config, db: Database['db'] | null): Promise<Finding[]> {
  if (!db) return [];
  const { warning } = about('assistants');
  const ids = [...(await assistantIds(config))];
  const missing = await db
    .selectFrom('invitationCode')
    .select(['assistant', ({ fn }) => fn.countAll<number>().as('codes')])
    .where('assistant', 'is not', null)
    .$if(ids.length > 0, (query) => query.where('assistant', 'not in', ids))
    .groupBy('assistant')
    .orderBy('assistant')
    .limit(maxNamed)
    .execute();
  return missing.map(({ assistant, codes }) =>
    warning(
      `${codes} ${Number(codes) === 1 ? 'code names' : 'codes name'} the assistant ${assistant}, which does not exist: the default one answers.`,
      `Create ${assistant}.md in ${config.assistants.dir}, or import the codes with another assistant.`,
    ),
  );
}
