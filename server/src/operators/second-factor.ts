import { createOTP } from '@better-auth/utils/otp';
import type { Database } from '@foyer/database';
import type { Tables } from '@foyer/database/tables';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import type { Kysely, Selectable } from 'kysely';
import type { Auth } from '../auth/better-auth.ts';
import type { RateLimits } from '../rate-limits/rate-limits.ts';

export type SecondFactors = ReturnType<typeof secondFactors>;

type Row = Selectable<Tables['twoFactor']>;

/** `tooMany`: wait so long, in milliseconds. */
export type Proof = 'right' | 'missing' | 'wrong' | { tooMany: number };

type Deps = {
  db: Database['db'];
  auth: () => Auth;
  tries: RateLimits['secondFactorTries'];
};

/** Checks what Better Auth's plugin has set up: six digits of an app, or a recovery code, which works once. */
export function secondFactors({ db, auth, tries }: Deps) {
  const keyOf = async () => (await auth().$context).secretConfig;

  async function isRight(row: Row, code: string): Promise<boolean> {
    const key = await keyOf();
    const typed = code.replaceAll(/\s/g, '');
    if (isOfApp(code)) return createOTP(await symmetricDecrypt({ key, data: row.secret })).verify(typed);
    return spendRecoveryCode(row, typed, key);
  }

  /** Compares and sets: of two who use one code at once, one is refused. */
  async function spendRecoveryCode(row: Row, code: string, key: Awaited<ReturnType<typeof keyOf>>) {
    const codes: string[] = JSON.parse(await symmetricDecrypt({ key, data: row.backupCodes }));
    if (!codes.includes(code)) return false;
    const data = JSON.stringify(codes.filter((each) => each !== code));
    const left = await symmetricEncrypt({ key, data });
    const spent = await db
      .updateTable('twoFactor')
      .set({ backupCodes: left })
      .where('id', '=', row.id)
      .where('backupCodes', '=', row.backupCodes)
      .returning('id')
      .executeTakeFirst();
    return spent !== undefined;
  }

  function find(userId: string): Promise<Row | undefined> {
    return db.selectFrom('twoFactor').selectAll().where('userId', '=', userId).executeTakeFirst();
  }

  async function check(row: Row, code: string | undefined): Promise<Proof> {
    if (code === undefined || code.trim() === '') return 'missing';
    // An order: a try is taken before the code is looked at, or parallel tries would pass together.
    const waitMs = await tries.take(row.userId);
    if (waitMs > 0) return { tooMany: waitMs };
    if (!(await isRight(row, code))) return 'wrong';
    await tries.forget(row.userId);
    return 'right';
  }

  return {
    /** Null where none is in force. `code` undefined: none was given. */
    async prove(userId: string, code: string | undefined): Promise<Proof | null> {
      const row = await find(userId);
      return row?.verified ? check(row, code) : null;
    },

    /** Turns on what was begun. Only a code of the app shows that the app is set up. */
    async turnOn(userId: string, code: string): Promise<Proof | 'on' | 'off'> {
      const row = await find(userId);
      if (!row) return 'off';
      if (row.verified) return 'on';
      if (!isOfApp(code)) return 'wrong';
      const proof = await check(row, code);
      if (proof === 'right') await setUp(userId, row.id);
      return proof;
    },
  };

  async function setUp(userId: string, id: string): Promise<void> {
    await db.transaction().execute(async (trx) => {
      await trx.updateTable('twoFactor').set({ verified: true }).where('id', '=', id).execute();
      await trx.updateTable('user').set({ twoFactorEnabled: true }).where('id', '=', userId).execute();
    });
  }
}

function isOfApp(code: string): boolean {
  return /^\d{6}$/.test(code.replaceAll(/\s/g, ''));
}

/** False when there was none. Call it in a transaction. */
export async function removeSecondFactor(db: Kysely<Tables>, userId: string): Promise<boolean> {
  const removed = await db
    .deleteFrom('twoFactor')
    .where('userId', '=', userId)
    .returning('verified')
    .executeTakeFirst();
  await db.updateTable('user').set({ twoFactorEnabled: false }).where('id', '=', userId).execute();
  return Boolean(removed?.verified);
}

/** Seals what the apps know again, for a new secret of the installation. */
export async function resealSecondFactors(
  db: Kysely<Tables>,
  { former, next }: { former: string; next: string },
): Promise<void> {
  for (const { id, secret, backupCodes } of await db.selectFrom('twoFactor').selectAll().execute()) {
    const sealAgain = async (data: string) =>
      symmetricEncrypt({ key: next, data: await symmetricDecrypt({ key: former, data }) });
    const again = { secret: await sealAgain(secret), backupCodes: await sealAgain(backupCodes) };
    await db.updateTable('twoFactor').set(again).where('id', '=', id).execute();
  }
}
