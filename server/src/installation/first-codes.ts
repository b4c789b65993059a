import { randomBytes } from 'node:crypto';
import type { Database } from '@foyer/database';
import { generate } from '@foyer/invitation-codes/code';
import { createCodes } from '@foyer/invitation-codes/codes';
import { type CodeKeys, digestOf } from '@foyer/invitation-codes/seal';

const monthMs = 30 * 24 * 60 * 60 * 1000;

/** The first two codes of a new installation, so that it can be tried at once. */
export type FirstCodes = { login: string; registration: string };

/**
 * Makes the starter codes in an empty database: a login code of a million uses, which becomes the default one, and a
 * registration code of 10, both valid for 30 days.
 *
 * @returns null when the database is not empty
 */
export function makeFirstCodes(db: Database['db'], keys: CodeKeys, now: number): Promise<FirstCodes | null> {
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
      { ...terms, code: login, kind: 'login', allowed: 1_000_000, remaining: 1_000_000 },
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
    await createCodes(db, keys, [...codes], { createdBy: 'start', now, isGenerated: true });
    return { login, registration };
  });
}

/** How long it is believed that there was no first start, in milliseconds: only an empty database can get one. */
const withoutMs = 1000;

/** The default login code where the operator set none: the one that was made at the first start. */
export function firstLoginCode(db: Database['db']): {
  /** Its digest; null when it was revoked, and without one. */
  digest: () => Promise<string | null>;
  /** Whether a code is this one. It asks the database only as long as there is none. */
  is: (digest: string) => Promise<boolean>;
} {
  // Put together once: every page asks it first of all.
  const query = db
    .selectFrom('setting')
    .innerJoin('invitationCode', 'invitationCode.digest', 'setting.value')
    .select(['setting.value', 'invitationCode.revokedAt'])
    .where('setting.key', '=', 'starterLoginCode')
    .compile();
  let askAgainAt = 0;
  let known: string | null = null;
  const digest = async () => {
    if (performance.now() < askAgainAt) return null;
    const { rows } = await db.executeQuery(query);
    const [starter] = rows;
    if (starter) known = starter.value;
    else askAgainAt = performance.now() + withoutMs;
    return starter && starter.revokedAt === null ? starter.value : null;
  };
  return { digest, is: async (asked) => asked === (known ?? (await digest())) };
}

async function isEmpty(db: Database['db']): Promise<boolean> {
  const code = await db.selectFrom('invitationCode').select('id').limit(1).executeTakeFirst();
  const user = await db.selectFrom('user').select('id').limit(1).executeTakeFirst();
  return !code && !user;
}
