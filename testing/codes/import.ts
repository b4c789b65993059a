import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import type { Kysely } from 'kysely';
import { type CheckOptions, checkImport, type PlannedRow } from '../../code-files/src/import-codes.ts';
import { type CodeKeys, deriveKeys } from '../../invitation-codes/src/seal.ts';
import type { InvitationTables } from '../../invitation-codes/src/tables.ts';

export const testKeys = deriveKeys('a secret that only the suites know');

/** A valid row of an import file. */
export function fileRow(fields: object = {}) {
  return {
    invitation_code: 'SPRING-2027',
    invitation_type: 'LOGIN',
    allowed_usage: 10,
    valid_from: '2020-01-01',
    valid_until: '2040-01-01',
    ...fields,
  };
}

/** Files in a folder that is deleted after the suite. */
export function importFiles() {
  const folder = mkdtemp(join(tmpdir(), 'foyer-import-'));
  after(async () => rm(await folder, { recursive: true, force: true }));
  let count = 0;
  return {
    /** Writes rows or raw content to a file. Returns its path. */
    async write(content: object[] | string | Uint8Array, name = 'codes.json'): Promise<string> {
      const path = join(await folder, `${++count}-${name}`);
      const isRaw = typeof content === 'string' || content instanceof Uint8Array;
      await writeFile(path, isRaw ? content : JSON.stringify(content));
      return path;
    },
    path: async (name: string) => join(await folder, name),
  };
}

/** Checks a file and collects the whole plan. */
export async function checkWhole(
  db: Kysely<InvitationTables>,
  keys: CodeKeys,
  path: string,
  options: CheckOptions = {},
) {
  const rows: PlannedRow[] = [];
  const checked = await checkImport(db, keys, path, {
    ...options,
    onPlanned: (planned) => {
      rows.push(...planned);
    },
  });
  return { ...checked, plan: { rows, totals: checked.totals } };
}

/** All rows of codes, in a fixed order. */
export function everyCode(db: Kysely<InvitationTables>) {
  return db.selectFrom('invitationCode').selectAll().orderBy('digest').execute();
}
