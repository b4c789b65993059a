import { randomBytes } from 'node:crypto';
import type { Database } from '@foyer/database';
import { generate } from '@foyer/invitation-codes/code';
import { createCodes } from '@foyer/invitation-codes/codes';
import { type CodeKeys, digestOf } from '@foyer/invitation-codes/seal';

const monthMs = 30 * 24 * 60 * 60 * 1000;

/** The first two codes of a new installation, so that it can be tried at once. */
export type StarterCodes = { login: string; registration: string };

/**
 * Makes the starter codes in an empty database: a login code of 100 uses, which becomes the default one, and a
 * registration code of 10, both valid for 30 days.
 *
 * @returns null when the database is not empty
 */
export function makeStarterCodes(
  db: Database['db'],
  keys: CodeKeys,
  now: number,
): Promise<StarterCodes | null> {
  return db.transaction().execute(async () => {
    if (!(await isEmpty(db))) return null;
    const [login, registration] = [generate(randomBytes), generate(randomBytes)];
    const terms = {
      validFrom: now,
      validUntil: now + monthMs,
      requirement: 'NOT_AVAILABLE',
      label: 'starter',
    } as const;
    const codes = [
      { ...terms, code: login, kind: 'login', allowed: 100, remaining: 100 },
      { ...terms, code: registration, kind: 'registration', allowed: 10, remaining: 10 },
    ] as const;
    // Of several that start at once, the first to write this down makes the codes.
    const claimed = await db
      .insertInto('setting')
      .values({ key: 'starterLoginCode', value: digestOf(keys, login) })
      .onConflict((conflict) => conflict.doNothing())
      .returning('key')
      .executeTakeFirst();
    if (!claimed) return null;
    await createCodes(db, keys, [...codes], { createdBy: 'start', now });
    return { login, registration };
  });
}

/** The digest of the login code that was made at the first start, unless it was revoked. */
export async function defaultLoginDigest(db: Database['db']): Promise<string | null> {
  const code = await db
    .selectFrom('setting')
    .innerJoin('invitationCode', 'invitationCode.digest', 'setting.value')
    .select('invitationCode.digest')
    .where('setting.key', '=', 'starterLoginCode')
    .where('invitationCode.revokedAt', 'is', null)
    .executeTakeFirst();
  return code?.digest ?? null;
}

async function isEmpty(db: Database['db']): Promise<boolean> {
  const code = await db.selectFrom('invitationCode').select('id').limit(1).executeTakeFirst();
  const user = await db.selectFrom('user').select('id').limit(1).executeTakeFirst();
  return !code && !user;
}
