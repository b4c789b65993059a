import type { Database } from '@foyer/database';
import type { Tables } from '@foyer/database/tables';
import type { CodeKeys } from '@foyer/invitation-codes/seal';
import type { OperatorRefusal } from '@foyer/policy';
import type { Kysely } from 'kysely';
import { type Actor, noteAct } from '../audit/note-act.ts';
import { isLiveName, type LiveConfig, problemOfValue, type Stored } from '../config/live.ts';
import { readStored, sealedNames, storedForm } from './stored-settings.ts';

/** Null takes the stored value back. */
export type Changes = { readonly [name: string]: string | null };

type Deps = { db: Database['db']; keys: Pick<CodeKeys, 'seal'>; config: { live: LiveConfig } };

type Refused = { refusal: OperatorRefusal | 'INVALID_INPUT'; message?: string };

/** Why these changes are refused, or null. Values are checked by the readers of the environment. */
export function problemOfChanges({ live }: { live: LiveConfig }, changes: Changes): Refused | null {
  for (const [name, text] of Object.entries(changes)) {
    if (!isLiveName(name))
      return { refusal: 'INVALID_INPUT', message: `changes.${name}: it cannot be changed here` };
    if (live.given[name] !== undefined)
      return { refusal: 'SETTING_LOCKED', message: `changes.${name}: the environment sets it` };
    const problem = text === null ? null : problemOfValue(name, text);
    if (problem !== null) return { refusal: 'INVALID_INPUT', message: `changes.${name}: ${problem}` };
  }
  return null;
}

/** An empty text is none, as in the environment. */
export function trimmed(changes: Changes): Changes {
  return Object.fromEntries(Object.entries(changes).map(([name, text]) => [name, text?.trim() || null]));
}

export function withChanges(values: Stored, changes: Changes): Stored {
  const next: Record<string, string> = { ...values };
  for (const [name, text] of Object.entries(changes)) {
    if (text === null) delete next[name];
    else next[name] = text;
  }
  return next;
}

/** All or nothing. `version`: of the settings that the changes are based on. Call `refresh` afterwards. */
export function changeSettings(
  { db, keys, config }: Deps,
  { version, changes }: { version: number; changes: Changes },
  { actor, now }: { actor: Actor; now: number },
): Promise<{ version: number } | Refused> {
  return db.transaction().execute(async (trx) => {
    const problem = problemOfChanges(config, changes);
    if (problem) return problem;
    if (!(await takeVersion(trx, version))) return { refusal: 'CHANGED_MEANWHILE' };
    const { values } = await readStored(trx, keys);
    for (const [name, text] of Object.entries(changes)) {
      const before = values[name] ?? null;
      if (before === text) continue;
      await keep(trx, name, text === null ? null : { value: storedForm(keys, name, text), actor, now });
      const told = (value: string | null) => (sealedNames.includes(name) ? { isSet: value !== null } : value);
      const act = { act: 'setting.change', on: 'setting', id: name } as const;
      await noteAct(trx, actor, { ...act, before: told(before), after: told(text) }, now);
    }
    return { version: version + 1 };
  });
}

/** One statement compares and counts: of two who change at once, the second is told. */
async function takeVersion(db: Kysely<Tables>, version: number): Promise<boolean> {
  await db
    .insertInto('setting')
    .values({ key: 'settingsVersion', value: '0' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const taken = await db
    .updateTable('setting')
    .set({ value: String(version + 1) })
    .where('key', '=', 'settingsVersion')
    .where('value', '=', String(version))
    .returning('key')
    .executeTakeFirst();
  return taken !== undefined;
}

async function keep(
  db: Kysely<Tables>,
  key: string,
  kept: { value: string; actor: Actor; now: number } | null,
): Promise<void> {
  if (kept === null) {
    await db.deleteFrom('operatorSetting').where('key', '=', key).execute();
    return;
  }
  const row = { value: kept.value, changedAt: kept.now, changedBy: kept.actor.id };
  await db
    .insertInto('operatorSetting')
    .values({ key, ...row })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
    .execute();
}
