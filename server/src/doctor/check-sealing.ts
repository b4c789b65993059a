import { type Database, spaceForVacuum } from '@foyer/database';
import { isVacuumOwed, nightHours } from '../installation/owed-vacuum.ts';
import { unsealedChats } from '../upgrade/seal-chats.ts';
import { about, type Finding } from './finding.ts';

const aboutChats = about('sealed chats');
const aboutFiles = about('database file');

/**
 * Tells how many chats of an older version are not sealed yet, and whether the files are to be rewritten and cannot be.
 *
 * @param db null where the database cannot be asked, or is not up to date
 */
export async function checkSealing(databaseUrl: string, db: Database['db'] | null): Promise<Finding[]> {
  if (!db)
    return [aboutChats.off('Not checked: it needs the database, up to date.', 'Mend the database first.')];
  const unsealed = await unsealedChats({ db });
  return [
    unsealed === null
      ? aboutChats.ok('All of them are.')
      : aboutChats.warning(
          `${unsealed} chats of an older version are not sealed yet.`,
          'Start Foyer: it seals them before it serves, and goes on where it was broken off. Meanwhile this number falls.',
        ),
    ...(unsealed === null && (await isVacuumOwed({ db })) ? [await tellRewriting(databaseUrl)] : []),
  ];
}

async function tellRewriting(databaseUrl: string): Promise<Finding> {
  const { needed, free } = databaseUrl.startsWith('sqlite:')
    ? await spaceForVacuum(databaseUrl.slice('sqlite:'.length))
    : { needed: 0, free: 1 };
  const when = `at the next start, or at night (${nightHours.from} to ${nightHours.until} o’clock UTC)`;
  if (free >= needed)
    return aboutFiles.ok(
      `It is rewritten ${when}: until then it may hold copies of what was deleted or sealed.`,
    );
  return aboutFiles.warning(
    `It may hold copies of what was deleted or sealed, and cannot be rewritten: that takes ${inMegabytes(needed)} of free disk beside it, and ${inMegabytes(free)} are free.`,
    `Make room on its disk. It is tried again ${when}.`,
  );
}

function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1_000_000).toLocaleString('en')} MB`;
}
