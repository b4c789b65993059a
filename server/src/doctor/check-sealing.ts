import { type Database, spaceForVacuum } from '@foyer/database';
import { isVacuumOwed, nightHours } from '../installation/owed-vacuum.ts';
import { unsealedChats } from '../upgrade/seal-chats.ts';
import { about, type Finding } from './finding.ts';

const aboutChats = about('sealed chats');
const aboutFiles = about('database file');

/** @param db null when the database is unavailable or not up to date */
export async function checkSealing(databaseUrl: string, db: Database['db'] | null): Promise<Finding[]> {
  if (!db)
    return [aboutChats.off('Not checked: this needs an up-to-date database.', 'Fix the database first.')];
  const unsealed = await unsealedChats({ db });
  return [
    unsealed === null
      ? aboutChats.ok('All chats are sealed.')
      : aboutChats.warning(
          `${unsealed} chats of an older version are not sealed yet.`,
          'Start Foyer: it seals them before it serves, and continues after an interruption. Meanwhile this number falls.',
        ),
    ...(unsealed === null && (await isVacuumOwed({ db })) ? [await reportRewriting(databaseUrl)] : []),
  ];
}

async function reportRewriting(databaseUrl: string): Promise<Finding> {
  const { needed, free } = databaseUrl.startsWith('sqlite:')
    ? await spaceForVacuum(databaseUrl.slice('sqlite:'.length))
    : { needed: 0, free: 1 };
  const when = `at the next start, or at night (${nightHours.from} to ${nightHours.until} o’clock UTC)`;
  if (free >= needed)
    return aboutFiles.ok(
      `It is rewritten ${when}: until then it may contain copies of deleted or sealed data.`,
    );
  return aboutFiles.warning(
    `It may contain copies of deleted or sealed data and cannot be rewritten: this needs ${inMegabytes(needed)} of free disk space, and there are ${inMegabytes(free)}.`,
    `Free space on its disk. Foyer tries again ${when}.`,
  );
}

function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1_000_000).toLocaleString('en')} MB`;
}
