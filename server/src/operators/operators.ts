import { normalEmail } from '@foyer/api/email';
import type { Database } from '@foyer/database';
import type { Tables } from '@foyer/database/tables';
import type { OperatorRefusal, Refusal } from '@foyer/policy';
import type { Kysely } from 'kysely';
import { type Actor, noteAct } from '../audit/note-act.ts';
import { isAddress } from '../users/credentials.ts';
import { findMember } from '../users/find-member.ts';
import { makeLink, type OperatorKeys, withdrawLinks } from './links.ts';
import { removeSecondFactor } from './second-factor.ts';

export { openLinks, operatorKeys } from './links.ts';

type Db = Database['db'];
type Making = { db: Db; keys: OperatorKeys; publicUrl: string };

export type Added =
  | { became: 'link'; link: string; expiresAt: number }
  | { became: 'operator' | 'unchanged'; userId: string; isVerified: boolean }
  | { became: 'refused' };

/** A member becomes an operator at once; another email gets a link. Refuses what cannot be an email. */
export function addByEmail(
  { db, keys, publicUrl }: Making,
  given: string,
  { actor, now }: { actor: Actor; now: number },
): Promise<Added> {
  const email = normalEmail(given);
  return db.transaction().execute(async (trx): Promise<Added> => {
    const member = await findMember(trx, email);
    if (member) {
      const isNew = await makeOperator(trx, member.id, { actor, now });
      const isVerified = Boolean(member.emailVerified);
      return { became: isNew ? 'operator' : 'unchanged', userId: member.id, isVerified };
    }
    if (!isAddress(email)) return { became: 'refused' };
    const made = await makeLink({ db: trx, keys, publicUrl }, email, now);
    await noteAct(trx, actor, { act: 'operator.invite', on: 'operator', id: null }, now);
    return { became: 'link', ...made };
  });
}

export function addMember(
  db: Db,
  userId: string,
  { actor, now }: { actor: Actor; now: number },
): Promise<Refusal | null> {
  return db.transaction().execute(async (trx): Promise<Refusal | null> => {
    const user = await trx.selectFrom('user').select('isGuest').where('id', '=', userId).executeTakeFirst();
    if (!user) return 'NOT_FOUND';
    if (user.isGuest) return 'NOT_A_MEMBER';
    await makeOperator(trx, userId, { actor, now });
    return null;
  });
}

/** False when the member is one already. Call it in a transaction. */
export async function makeOperator(
  db: Kysely<Tables>,
  userId: string,
  { actor, now, act = 'operator.add' }: { actor: Actor; now: number; act?: string },
): Promise<boolean> {
  const made = await db
    .insertInto('operator')
    .values({ userId, createdAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('userId')
    .executeTakeFirst();
  if (made) await noteAct(db, actor, { act, on: 'operator', id: userId }, now);
  return made !== undefined;
}

/** Revokes the tokens that they made, and forgets their second factor. `keepsLast`: the last one stays. */
export function removeOperator(
  db: Db,
  userId: string,
  { actor, now, keepsLast }: { actor: Actor; now: number; keepsLast: boolean },
): Promise<{ refusal: Refusal | OperatorRefusal } | { revokedTokens: number }> {
  return db.transaction().execute(async (trx) => {
    const isLast = await isLastOperator(trx, userId);
    if (isLast === null) return { refusal: 'NOT_FOUND' };
    if (keepsLast && isLast) return { refusal: 'LAST_OPERATOR' };
    await trx.deleteFrom('operator').where('userId', '=', userId).execute();
    await removeSecondFactor(trx, userId);
    const revoked = await trx
      .updateTable('operatorToken')
      .set({ revokedAt: now })
      .where('createdBy', '=', userId)
      .where('revokedAt', 'is', null)
      .returning('id')
      .execute();
    await noteAct(trx, actor, { act: 'operator.remove', on: 'operator', id: userId }, now);
    for (const { id } of revoked) await noteAct(trx, actor, { act: 'token.revoke', on: 'token', id }, now);
    return { revokedTokens: revoked.length };
  });
}

/**
 * Whether this is the only operator who can log in; null for a person who is none. Call it in the transaction that changes
 * an operator: two who remove, block or erase each other wait here.
 */
export async function isLastOperator(trx: Kysely<Tables>, userId: string): Promise<boolean | null> {
  const all = await trx
    .updateTable('operator')
    .set(({ ref }) => ({ createdAt: ref('createdAt') }))
    .returning('userId')
    .execute();
  if (!all.some((one) => one.userId === userId)) return null;
  const other = await trx
    .selectFrom('operator')
    .innerJoin('user', 'user.id', 'operator.userId')
    .select('operator.userId')
    .where('operator.userId', '!=', userId)
    .where('user.blockedAt', 'is', null)
    .executeTakeFirst();
  return other === undefined;
}

/** Also withdraws a link that was not used. Null when there is neither an operator nor a link. */
export async function removeByEmail(
  { db, keys }: Omit<Making, 'publicUrl'>,
  email: string,
  { actor, now }: { actor: Actor; now: number },
): Promise<{ isOperator: boolean; links: number; revokedTokens: number; left: number } | null> {
  return db.transaction().execute(async (trx) => {
    const links = await withdrawLinks(trx, keys, email);
    if (links > 0) await noteAct(trx, actor, { act: 'operator.uninvite', on: 'operator', id: null }, now);
    const member = await findMember(trx, email);
    const removed = member && (await removeOperator(db, member.id, { actor, now, keepsLast: false }));
    const isOperator = removed !== undefined && 'revokedTokens' in removed;
    if (!isOperator && links === 0) return null;
    const left = (await listOperators(trx)).length;
    return { isOperator, links, revokedTokens: isOperator ? removed.revokedTokens : 0, left };
  });
}

/** The oldest first. `since` in epoch milliseconds. */
export async function listOperators(db: Kysely<Tables>) {
  const rows = await db
    .selectFrom('operator')
    .innerJoin('user', 'user.id', 'operator.userId')
    .select(['operator.userId', 'operator.createdAt as since', 'user.email', 'user.twoFactorEnabled'])
    .orderBy('operator.createdAt')
    .orderBy('operator.userId')
    .execute();
  return rows.map(({ twoFactorEnabled, ...row }) => ({ ...row, twoFactor: Boolean(twoFactorEnabled) }));
}
