import { readFileSync, statSync } from 'node:fs';
import type { Database } from '@foyer/database';
import { type CodeKeys, deriveKeys } from '@foyer/invitation-codes/seal';
import type { Config } from '../config/read-config.ts';
import { fingerprintOf, fingerprintsIn } from '../installation/fingerprint.ts';
import { secretFiles } from '../installation/secret-file.ts';
import { about, type Finding, reasonOf } from './finding.ts';

const { ok, warning, failed, off } = about('secret');

type CheckedSecret = { finding: Finding; keys: CodeKeys | null };

/** Returns also the keys derived from the secret, unless it is wrong. `db` null: nothing to compare with. */
export async function checkSecret(
  { secret: set, dataDir }: Config,
  db: Database['db'] | null,
): Promise<CheckedSecret> {
  const file = secretFiles(dataDir).current;
  const { current: known, next } = db ? await fingerprintsIn({ db }) : {};
  if (next !== undefined) return { finding: rotationUnfinished(), keys: null };
  const read = set ?? tryRead(file, Boolean(known));
  if (typeof read !== 'string') return { finding: read, keys: null };
  if (read.length < 32)
    return {
      finding: failed(`The file ${file} is not whole.`, 'Put it back from where you keep a copy.'),
      keys: null,
    };
  if (known && known !== fingerprintOf(read)) return { finding: wrongSecret(), keys: null };
  return { finding: reportSecret(set === null ? file : null, Boolean(known)), keys: deriveKeys(read) };
}

function tryRead(file: string, isNeeded: boolean): string | Finding {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    const reason = reasonOf(error);
    if (reason !== 'ENOENT')
      return failed(
        `The file ${file} cannot be read: ${reason}.`,
        'Run this as the user that the server runs as.',
      );
    if (!isNeeded) return off('There is none yet.', 'Run `./foyer migrate`, or start Foyer: both make it.');
    return failed(
      `The one that this database was made with is missing: ${file} is not there.`,
      'Put it back from where you keep a copy, or set SECRET to it. Without it, make a new database.',
    );
  }
}

function rotationUnfinished(): Finding {
  return failed(
    'It is being rotated, or a rotation was broken off: until its end no server starts.',
    'Run `./foyer secret rotate` again, to its end. Keep both secrets until then.',
  );
}

function wrongSecret(): Finding {
  return failed(
    'It is not the one that this database was made with.',
    'Set SECRET, or put the file `secret` into DATA_DIR, as it was when the database was made.',
  );
}

function reportSecret(file: string | null, isKnown: boolean): Finding {
  if (file !== null && (statSync(file).mode & 0o077) !== 0)
    return warning(`Others on this machine may read ${file}.`, `Run \`chmod 600 ${file}\`.`);
  const place = file === null ? 'It is set by SECRET or SECRET_FILE' : `It lies in ${file}`;
  if (isKnown)
    return ok(
      `It belongs to this database. ${place}: keep a copy of it apart from the backups of the database. Without it nobody can read the chats of members, nor the codes, any more.`,
    );
  return warning('It is there, and cannot be compared with the database.', 'Mend the database first.');
}
