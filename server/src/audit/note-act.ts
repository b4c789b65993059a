import type { Tables } from '@foyer/database/tables';
import { newId } from '@foyer/invitation-codes/new-id';
import type { Kysely, Transaction } from 'kysely';

/** Who acts. `from`: the network of the address (IPv4 /24, IPv6 /48); null for a command. */
export type Actor = { by: 'operator' | 'token' | 'command'; id: string | null; from: string | null };

export const command: Actor = { by: 'command', id: null, from: null };

export type Act = {
  /** A noun and a verb, as `code.revoke`. */
  act: string;
  /** What it is done to. */
  on: 'code' | 'batch' | 'member' | 'guest' | 'setting' | 'operator' | 'token' | 'selection' | 'installation';
  id: string | null;
  before?: unknown;
  after?: unknown;
  /** How many it touches. */
  count?: number;
};

/** Writes one row of the audit log. Call it in the transaction of the act. Never with an email or the text of a code. */
export async function noteAct(
  db: Kysely<Tables> | Transaction<Tables>,
  { by, id: byId, from }: Actor,
  { act, on, id: onId, before, after, count }: Act,
  now: number,
): Promise<void> {
  const row = { id: newId(), at: now, by, byId, act, on, onId, count: count ?? null };
  await db
    .insertInto('audit')
    .values({ ...row, before: jsonOf(before), after: jsonOf(after), from })
    .execute();
}

function jsonOf(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value);
}
