import { type Claim, type ClaimName, claim } from './claims.ts';
import type { FilesFound } from './look-in-files.ts';
import type { RowsFound } from './look-in-tables.ts';

/** How many rows of a table named the person or their chat, before they logged out and after. */
export type GoneCounts = { table: string; before: number; after: number };

/** In how many files there still is what was kept unsealed, and the key of the chat, which the cookie alone opens. */
export type LeftInFiles = { browserName: number; wrappedKey: number };

/** Before the logout a row may name the person, but not hold the mark; after it, neither. */
export function inNoTable(name: 'tablesBefore' | 'tablesAfter', found: RowsFound[]): Claim {
  const isAfter = name === 'tablesAfter';
  const wrong = found
    .map(({ table, withMark, ofPerson }) => ({
      table,
      rows: isAfter ? Math.max(withMark, ofPerson) : withMark,
    }))
    .filter(({ rows }) => rows > 0);
  const rows = found.reduce((sum, table) => sum + table.rows, 0);
  const read = `${found.length} tables with ${rows} rows were read`;
  if (wrong.length > 0)
    return claim(
      name,
      false,
      `${read}: found in ${wrong.map((each) => `${each.rows} of ${each.table}`).join(', ')}.`,
    );
  // The person is in the database as long as they are here: a search that does not find them finds nothing.
  if (!isAfter && found.every(({ ofPerson }) => ofPerson === 0))
    return claim(name, null, `${read}, but the person was not found either.`);
  return claim(name, true, `${read}.`);
}

/**
 * Whether the mark is in no file.
 *
 * @param control the files in which the name of the browser must be, which is kept unsealed: a search that does not find it
 * finds nothing
 */
export function inNoFile(name: ClaimName, found: FilesFound, { control }: { control: FilesFound }): Claim {
  if ('unreadable' in found)
    return claim(name, null, `The files could not be read here: ${found.unreadable}.`);
  const read = `${found.files} files of ${Math.ceil(found.bytes / 1_000_000)} MB were read`;
  const [withMark = 0] = found.with;
  if (withMark > 0) return claim(name, false, `${read}: it is in ${withMark} of them.`);
  const [, withBrowser = 0] = 'with' in control ? control.with : [];
  if (withBrowser === 0)
    return claim(
      name,
      null,
      `${read}, but what is kept unsealed was not found either: they belong to another database.`,
    );
  return claim(
    name,
    true,
    `${read}. What is kept unsealed, the name of the browser, was found in them before the logout.`,
  );
}

export function goneBetween(before: RowsFound[], after: RowsFound[]): GoneCounts[] {
  return before
    .map(({ table, ofPerson }) => ({
      table,
      before: ofPerson,
      after: after.find((each) => each.table === table)?.ofPerson ?? 0,
    }))
    .filter((each) => each.before + each.after > 0);
}

export function leftIn(found: FilesFound): LeftInFiles | null {
  if ('unreadable' in found) return null;
  const [, browserName = 0, wrappedKey = 0] = found.with;
  return { browserName, wrappedKey };
}
