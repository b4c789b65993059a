import { randomBytes } from 'node:crypto';
import type { Database } from '@foyer/database';
import { generate } from '@foyer/invitation-codes/code';
import { createCodes } from '@foyer/invitation-codes/codes';
import { type CodeKeys, digestOf } from '@foyer/invitation-codes/seal';

const monthMs = 30 * 24 * 60 * 60 * 1000;

const label = 'starter';
const createdBy = 'start';

export type FirstCodes = { login: string; registration: string };

// A login code (a million uses, the default) and a registration code (10), valid for 30 days. Null when the database is
// not empty.
export function makeFirstCodes(db: Database['db'], keys: CodeKeys, now: number): Promise<FirstCodes | null> {
  return db.transaction().execute(async () => {
    if (!(await isEmpty(db))) return null;
    const [login, registration] = [generate(randomBytes), generate(randomBytes)];
    const terms = {
      validFrom: now,
      validUntil: now + monthMs,
      requirement: 'NOT_AVAILABLE',
      label,
    } as const;
    const codes = [
      { ...terms, code: login, kind: 'login', allowed: 1_000_000, remaining: 1_000_000 },
      { ...terms, code: registration, kind: 'registration', allowed: 10, remaining: 10 },
    ] as const;
    // A race: of several servers that start at once, the first to write this row creates the codes.
    const claimed = await db
      .insertInto('setting')
      .values({ key: 'starterLoginCode', value: digestOf(keys, login) })
      .onConflict((conflict) => conflict.doNothing())
      .returning('key')
      .executeTakeFirst();
    if (!claimed) return null;
    await createCodes(db, keys, [...codes], { createdBy, now, isGenerated: true });
    return { login, registration };
  });
}

export async function codesAtStart(db: Database['db'], now: number): Promise<'none' | 'first' | null> {
  const any = await db.selectFrom('invitationCode').select('id').limit(1).executeTakeFirst();
  if (!any) return 'none';
  const first = await db
    .selectFrom('invitationCode')
    .select('id')
    .where('label', '=', label)
    .where('createdBy', '=', createdBy)
    .where('revokedAt', 'is', null)
    .where('validUntil', '>=', now)
    .limit(1)
    .executeTakeFirst();
  return first ? 'first' : null;
}

/** In milliseconds: "no first code" is cached this long, because only an empty database can still get one. */
const withoutMs = 1000;

export function firstLoginCode(db: Database['db']): {
  digest: () => Promise<string | null>;
  is: (digest: string) => Promise<boolean>;
} {
  // Built once: every page needs it.
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
