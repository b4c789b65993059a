import { sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { firstTables } from './migrations/0001-first-tables.ts';
import { members } from './migrations/0002-members.ts';
import { codesByAge } from './migrations/0003-codes-by-age.ts';
import { useCounters } from './migrations/0004-use-counters.ts';
import { hotCodes } from './migrations/0005-hot-codes.ts';
import { linkedUsers } from './migrations/0006-linked-users.ts';
import { sessionsByEnd } from './migrations/0007-sessions-by-end.ts';
import { generatedCodes } from './migrations/0008-generated-codes.ts';
import { bounds } from './migrations/0009-bounds.ts';
import { sealedChats } from './migrations/0010-sealed-chats.ts';
import { codeForms } from './migrations/0011-code-forms.ts';
import { mailCodes } from './migrations/0012-mail-codes.ts';
import { modelEndings } from './migrations/0013-model-endings.ts';
import { terms } from './migrations/0014-terms.ts';
import { assistants } from './migrations/0015-assistants.ts';
import { unsentLetters } from './migrations/0016-unsent-letters.ts';
import { drafts } from './migrations/0017-drafts.ts';
import { languages } from './migrations/0018-languages.ts';
import { operators } from './migrations/0019-operators.ts';
import { listsOfCodes } from './migrations/0020-lists-of-codes.ts';
import type { Database } from './open.ts';

const lockId = 7_310_582_094;

function migrationsFor(kind: Database['kind']): Record<string, Migration> {
  return {
    '0001-first-tables': firstTables(kind),
    '0002-members': members(kind),
    '0003-codes-by-age': codesByAge,
    '0004-use-counters': useCounters,
    '0005-hot-codes': hotCodes(kind),
    '0006-linked-users': linkedUsers(kind),
    '0007-sessions-by-end': sessionsByEnd,
    '0008-generated-codes': generatedCodes(kind),
    '0009-bounds': bounds(kind),
    '0010-sealed-chats': sealedChats(kind),
    '0011-code-forms': codeForms,
    '0012-mail-codes': mailCodes(kind),
    '0013-model-endings': modelEndings(kind),
    '0014-terms': terms(kind),
    '0015-assistants': assistants,
    '0016-unsent-letters': unsentLetters(kind),
    '0017-drafts': drafts(kind),
    '0018-languages': languages,
    '0019-operators': operators(kind),
    '0020-lists-of-codes': listsOfCodes(kind),
  };
}

export function migrationNames(databaseUrl: string): string[] {
  return Object.keys(migrationsFor(databaseUrl.startsWith('sqlite:') ? 'sqlite' : 'postgres'));
}

/** Safe in several processes at once and next to a newer version. Returns the names of the migrations that ran. */
export async function migrate({ db, kind }: Database): Promise<string[]> {
  // Kysely would report a newer version's migrations as an error.
  if (await isMigrated({ db, kind })) return [];
  return db.transaction().execute(async (trx) => {
    // Held until the commit, so that it works behind a pooler. Kysely's own lock belongs to a session.
    if (kind === 'postgres') await sql`select pg_advisory_xact_lock(${sql.lit(lockId)})`.execute(trx);
    // A race: another process may have migrated while this one waited for the lock.
    if (await isMigrated({ db: trx, kind })) return [];
    const { error, results = [] } = await migrator({ db: trx, kind }).migrateToLatest();
    if (error) throw error;
    return results.filter(({ status }) => status === 'Success').map(({ migrationName }) => migrationName);
  });
}

export async function migrateUpTo({ db, kind }: Database, name: string): Promise<void> {
  const { error } = await migrator({ db, kind }).migrateTo(name);
  if (error) throw error;
}

export async function isMigrated({ db, kind }: Pick<Database, 'db' | 'kind'>): Promise<boolean> {
  const migrations = await migrator({ db, kind }).getMigrations();
  return migrations.every(({ executedAt }) => executedAt !== undefined);
}

function migrator({ db, kind }: Pick<Database, 'db' | 'kind'>) {
  return new Migrator({ db, provider: { getMigrations: async () => migrationsFor(kind) } });
}
