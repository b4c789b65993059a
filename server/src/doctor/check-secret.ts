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
      finding: failed(`The file ${file} is incomplete.`, 'Restore it from your copy.'),
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
        'Run this command as the user of the server.',
      );
    if (!isNeeded) return off('There is none yet.', 'Run `./foyer migrate` or start Foyer: both create it.');
    return failed(
      `The secret of this database is missing: there is no file ${file}.`,
      'Restore it from your copy, or set SECRET to it. Without it you need a new database.',
    );
  }
}

function rotationUnfinished(): Finding {
  return failed(
    'It is being rotated, or a rotation was interrupted: no server starts until it is finished.',
    'Run `./foyer secret rotate` again until it finishes. Keep both secrets until then.',
  );
}

function wrongSecret(): Finding {
  return failed(
    'It is not the one that belongs to this database.',
    'Set SECRET, or restore the file `secret` in DATA_DIR, to the secret of this database.',
  );
}

function reportSecret(file: string | null, isKnown: boolean): Finding {
  if (file !== null && (statSync(file).mode & 0o077) !== 0)
    return warning(`Other users of this machine can read ${file}.`, `Run \`chmod 600 ${file}\`.`);
  const place = file === null ? 'It is set by SECRET or SECRET_FILE' : `It is in ${file}`;
  if (isKnown)
    return ok(
      `It belongs to this database. ${place}: keep a copy apart from the backups of the database. Without it nobody can read members’ chats or codes any more.`,
    );
  return warning('It exists, but could not be compared with the database.', 'Fix the database first.');
}
