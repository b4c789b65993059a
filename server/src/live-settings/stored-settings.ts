import type { Tables } from '@foyer/database/tables';
import { type CodeKeys, seal, unseal } from '@foyer/invitation-codes/seal';
import type { Kysely } from 'kysely';
import type { Ignored, LiveConfig, Stored } from '../config/live.ts';

export type StoredSettings = {
  /** Grows with each change. */
  version: number;
  /** As the environment writes them. */
  values: Stored;
  /** Epoch milliseconds, by name. */
  changedAt: Map<string, number>;
  /** Those that this secret does not open. */
  unreadable: Ignored[];
};

type Keys = Pick<CodeKeys, 'seal'>;

/** Codes are never readable in the database, here neither. */
export const sealedNames = ['DEFAULT_LOGIN_CODE', 'DEFAULT_REGISTRATION_CODE'];

export async function versionOf(db: Kysely<Tables>): Promise<number> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('key', '=', 'settingsVersion')
    .executeTakeFirst();
  return Number(row?.value ?? 0);
}

export async function readStored(db: Kysely<Tables>, keys: Keys): Promise<StoredSettings> {
  // An order: rows that are newer than this version are read again soon, older ones would stay.
  const version = await versionOf(db);
  const rows = await db.selectFrom('operatorSetting').select(['key', 'value', 'changedAt']).execute();
  const values: Record<string, string> = {};
  const unreadable: Ignored[] = [];
  for (const { key, value } of rows) {
    const text = sealedNames.includes(key) ? opened(keys, key, value) : value;
    if (text === null) unreadable.push({ name: key, problem: 'it cannot be opened with this secret' });
    else values[key] = text;
  }
  return { version, values, changedAt: new Map(rows.map((row) => [row.key, row.changedAt])), unreadable };
}

/** For a process that reads them once. `names`: those that are stored; `ignored`: those that are not valid. */
export async function applyStored(
  { live }: { live: LiveConfig },
  db: Kysely<Tables>,
  keys: Keys,
): Promise<{ names: string[]; ignored: Ignored[] }> {
  const { values, changedAt, unreadable } = await readStored(db, keys);
  return { names: [...changedAt.keys()].sort(), ignored: [...unreadable, ...live.apply(values)] };
}

/** The column's value for a text. */
export function storedForm(keys: Keys, name: string, text: string): string {
  return sealedNames.includes(name) ? seal(keys, text, placeOf(name)) : text;
}

/** Seals the codes again, for a new secret. Those that the former one does not open are deleted. */
export async function resealSettings(
  db: Kysely<Tables>,
  { former, next }: { former: Keys; next: Keys },
): Promise<void> {
  const rows = await db.selectFrom('operatorSetting').selectAll().where('key', 'in', sealedNames).execute();
  for (const { key, value } of rows) {
    const text = opened(former, key, value);
    const row = db.updateTable('operatorSetting').where('key', '=', key);
    if (text !== null) await row.set({ value: storedForm(next, key, text) }).execute();
    else await db.deleteFrom('operatorSetting').where('key', '=', key).execute();
  }
}

function opened(keys: Keys, name: string, sealed: string): string | null {
  try {
    return unseal(keys, sealed, placeOf(name));
  } catch {
    return null;
  }
}

/** A sealed value cannot be opened as that of another setting, nor as a code. */
function placeOf(name: string): string {
  return `operatorSetting ${name}`;
}
