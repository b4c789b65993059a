import { randomBytes } from 'node:crypto';
import type { Scope } from '@foyer/api/route';
import type { Database } from '@foyer/database';
import type { Tables } from '@foyer/database/tables';
import { newId } from '@foyer/invitation-codes/new-id';
import type { Kysely, Selectable } from 'kysely';
import { type Actor, noteAct } from '../audit/note-act.ts';
import { digestOfToken, scopesIn } from './find-token.ts';

export type { Scope } from '@foyer/api/route';

/** Times are epoch milliseconds. */
export type ListedToken = Omit<Selectable<Tables['operatorToken']>, 'digest' | 'scopes' | 'createdBy'> & {
  scopes: Scope[];
};

const columns = ['id', 'name', 'scopes', 'createdAt', 'lastUsedAt', 'revokedAt'] as const;

/** The token itself (256 random bits) is returned only here; the database gets its digest. */
export function createToken(
  db: Database['db'],
  { name, scopes }: { name: string; scopes: readonly Scope[] },
  { actor, now }: { actor: Actor; now: number },
): Promise<ListedToken & { token: string }> {
  const token = `foyer_${randomBytes(32).toString('base64url')}`;
  const createdBy = actor.by === 'operator' ? actor.id : null;
  const id = newId();
  const written = scopesIn(scopes.join(' '));
  const made = { id, name, createdAt: now, lastUsedAt: null, revokedAt: null };
  const row = { ...made, digest: digestOfToken(token), scopes: written.join(' '), createdBy };
  return db.transaction().execute(async (trx) => {
    await trx.insertInto('operatorToken').values(row).execute();
    await noteAct(trx, actor, { act: 'token.create', on: 'token', id, after: { scopes: written } }, now);
    return { ...made, scopes: written, token };
  });
}

/** The newest first. */
export async function listTokens(db: Kysely<Tables>): Promise<ListedToken[]> {
  const rows = await db.selectFrom('operatorToken').select(columns).orderBy('id', 'desc').execute();
  return rows.map((row) => ({ ...row, scopes: scopesIn(row.scopes) }));
}

/** False when there is no such token. Does nothing when it is revoked. */
export function revokeToken(
  db: Database['db'],
  id: string,
  { actor, now }: { actor: Actor; now: number },
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const revoked = await trx
      .updateTable('operatorToken')
      .set({ revokedAt: now })
      .where('id', '=', id)
      .where('revokedAt', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (revoked) await noteAct(trx, actor, { act: 'token.revoke', on: 'token', id }, now);
    const token = await trx.selectFrom('operatorToken').select('id').where('id', '=', id).executeTakeFirst();
    return token !== undefined;
  });
}
