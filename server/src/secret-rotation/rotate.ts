import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '@foyer/database';
import { deriveKeys } from '@foyer/invitation-codes/seal';
import { sessionSeconds } from '../auth/better-auth.ts';
import { endAllSessions, eraseGuestsWithoutSession } from '../auth/end-sessions.ts';
import type { Config } from '../config/read-config.ts';
import { fingerprintsIn } from '../installation/fingerprint.ts';
import { sealFormerSessions, withFormer } from '../installation/former-sessions.ts';
import { InstallationError, openMigrated } from '../installation/installation.ts';
import { oweVacuum } from '../installation/owed-vacuum.ts';
import { isServedAt, localAddress } from '../installation/running-server.ts';
import { endRotation } from '../installation/secret-file.ts';
import { watchEveryMs } from '../installation/watch-secret.ts';
import { unsealedChats } from '../upgrade/seal-chats.ts';
import { rotateCodes } from './rotate-codes.ts';
import { rotateDataKeys } from './rotate-data-keys.ts';
import { rotationByAnother, type Secrets, secretsOf } from './secrets-of-rotation.ts';

export type RotateOptions = {
  /** The secret to come, where the environment sets it; null for one that is made in the data folder. */
  newSecret: string | null;
  /** Whether people stay signed in. */
  keepsSessions: boolean;
  /** Told what is done, and of how many rows. */
  tell?: (step: 'looking' | 'waiting' | 'sealing' | 'rewriting', rows: number) => void;
  /** How long other processes have to notice, in milliseconds. */
  settleMs?: number;
  now?: () => number;
};

/** What was done; the counts are of this run. */
export type Rotated = {
  codes: number;
  people: number;
  /** Null when they were kept. */
  ended: { sessions: number; guests: number } | null;
  /** Whether the files were rewritten without what the former secret opens. */
  isRewritten: boolean;
};

/**
 * Puts a new secret in the place of the installation's. While it runs no server and no command works. Where it is broken off,
 * the next run goes on: each row tells by which secret it is kept, and both are safe until the end.
 *
 * @throws InstallationError when it cannot be done; where it has not begun, nothing has changed
 */
export async function rotateSecret(config: Config, options: RotateOptions): Promise<Rotated> {
  const { tell = () => {}, settleMs = 2.5 * watchEveryMs, now = Date.now, keepsSessions } = options;
  const address = localAddress(config);
  if (await isServedAt(address))
    throw new InstallationError(
      `A server answers at ${address}: end all servers first, and start them afterwards.`,
    );
  const database = await openMigrated(config);
  try {
    if ((await unsealedChats(database)) !== null)
      throw new InstallationError(
        'The chats of an older version are not sealed yet: start Foyer once, and end it.',
      );
    const secrets = await secretsOf(config, database, options.newSecret);
    const changed = await changeRows(database, secrets, { tell, settleMs });
    const times = { until: now() + sessionSeconds(config) * 1000, now: now() };
    const kept = keepsSessions ? await withFormer(database, secrets.former, times) : null;
    const sessions = await end(database, secrets, kept && sealFormerSessions(kept, secrets.next));
    if (config.secret === null) endRotation(config.dataDir, secrets.fingerprints.next);
    const { guestTtlMs } = config.limits;
    const guests = keepsSessions ? 0 : await eraseGuestsWithoutSession(database, { guestTtlMs, now });
    const ended = keepsSessions ? null : { sessions, guests };
    tell('rewriting', 0);
    return { ...changed, ended, isRewritten: await rewrite(database) };
  } finally {
    await database.close();
  }
}

async function changeRows(
  database: Database,
  { former, next, fingerprints }: Secrets,
  { tell, settleMs }: Required<Pick<RotateOptions, 'tell' | 'settleMs'>>,
) {
  const keys = { former: deriveKeys(former), next: deriveKeys(next) };
  const look = { isTry: true, tell: (rows: number) => tell('looking', rows) };
  // Before anything is changed: what neither secret opens would stay so for ever.
  await rotateDataKeys(database, keys, look);
  await rotateCodes(database, keys, look);
  await begin(database, fingerprints.next);
  tell('waiting', 0);
  await wait(settleMs);
  const change = { isTry: false, tell: (rows: number) => tell('sealing', rows) };
  let [codes, people] = [0, 0];
  while (true) {
    const more = {
      codes: await rotateCodes(database, keys, change),
      people: await rotateDataKeys(database, keys, change),
    };
    codes += more.codes;
    people += more.people;
    // A process that was about to end may have kept something under the former secret meanwhile.
    if (more.codes + more.people === 0) return { codes, people };
  }
}

/** From here on nothing is opened by one secret alone: servers and commands end, and none starts. */
async function begin({ db }: Database, next: string): Promise<void> {
  await db
    .insertInto('setting')
    .values({ key: 'nextSecretFingerprint', value: next })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  // Of two rotations that begin at once, with a new secret each, one goes on.
  if ((await fingerprintsIn({ db })).next !== next) throw rotationByAnother();
}

/**
 * From here on the new secret is the one of this database. What is short-lived and known by the former one goes.
 *
 * @param formerSessions what signed the sessions that are kept; null where they end
 * @returns how many sessions of members have ended
 */
function end({ db }: Database, { fingerprints }: Secrets, formerSessions: string | null): Promise<number> {
  return db.transaction().execute(async (trx) => {
    for (const table of ['entryAttempt', 'tryLimit', 'verification'] as const)
      await trx.deleteFrom(table).execute();
    // Sealed by Better Auth for nobody: Foyer never asks a provider again.
    await trx.updateTable('account').set({ accessToken: null, refreshToken: null, idToken: null }).execute();
    await trx.deleteFrom('setting').where('key', '=', 'formerSessions').execute();
    if (formerSessions !== null)
      await trx.insertInto('setting').values({ key: 'formerSessions', value: formerSessions }).execute();
    await trx
      .updateTable('setting')
      .set({ value: fingerprints.next })
      .where('key', '=', 'secretFingerprint')
      .execute();
    await trx.deleteFrom('setting').where('key', '=', 'nextSecretFingerprint').execute();
    return formerSessions === null ? endAllSessions(trx) : 0;
  });
}

/** Without what the former secret opens, which is still between the rows. What cannot be done now is done at a start, or at night. */
async function rewrite({ db, upkeep }: Database): Promise<boolean> {
  if ((await upkeep.rewrite(['invitationCode', 'user'])) === 'done') return true;
  await oweVacuum(db);
  return false;
}
