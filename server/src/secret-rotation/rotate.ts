import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '@foyer/database';
import { deriveKeys } from '@foyer/invitation-codes/seal';
import { command, noteAct } from '../audit/note-act.ts';
import { sessionSeconds } from '../auth/better-auth.ts';
import { endAllSessions, eraseGuestsWithoutSession } from '../auth/end-sessions.ts';
import type { Config } from '../config/read-config.ts';
import { fingerprintsIn } from '../installation/fingerprint.ts';
import { sealFormerSessions, sessionsKey, withFormer } from '../installation/former-sessions.ts';
import { InstallationError, openMigrated } from '../installation/installation.ts';
import { oweVacuum } from '../installation/owed-vacuum.ts';
import { isServedAt, localAddress } from '../installation/running-server.ts';
import { endRotation } from '../installation/secret-file.ts';
import { watchEveryMs } from '../installation/watch-secret.ts';
import { resealSettings } from '../live-settings/stored-settings.ts';
import { resealSecondFactors } from '../operators/second-factor.ts';
import { unsealedChats } from '../upgrade/seal-chats.ts';
import { rotateCodes } from './rotate-codes.ts';
import { rotateDataKeys } from './rotate-data-keys.ts';
import { rotationByAnother, type Secrets, secretsOf } from './secrets-of-rotation.ts';

export type RotateOptions = {
  /** Null: create it in the data folder. */
  newSecret: string | null;
  keepsSessions: boolean;
  tell?: (step: 'looking' | 'waiting' | 'sealing' | 'rewriting', rows: number) => void;
  /** The time for other processes to notice, in milliseconds. */
  settleMs?: number;
  now?: () => number;
};

export type RotationResult = {
  codes: number;
  people: number;
  ended: { sessions: number; guests: number } | null;
  isRewritten: boolean;
};

// An interrupted rotation can be run again: each row shows which secret it uses, and both stay until the end. Meanwhile
// no server and no command works.
export async function rotateSecret(config: Config, options: RotateOptions): Promise<RotationResult> {
  const { tell = () => {}, settleMs = 2.5 * watchEveryMs, now = Date.now, keepsSessions } = options;
  const address = localAddress(config);
  if (await isServedAt(address))
    throw new InstallationError(
      `A server answers at ${address}: stop all servers first, and start them afterwards.`,
    );
  const database = await openMigrated(config);
  try {
    if ((await unsealedChats(database)) !== null)
      throw new InstallationError(
        'The chats of an older version are not sealed yet: start Foyer once, then stop it.',
      );
    const secrets = await secretsOf(config, database, options.newSecret);
    const changed = await changeRows(database, secrets, { tell, settleMs });
    const times = { until: now() + sessionSeconds(config) * 1000, now: now() };
    const kept = keepsSessions ? await withFormer(database, secrets.former, times) : null;
    const sessions = await end(database, secrets, kept && sealFormerSessions(kept, secrets.next), now());
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
  // Before anything changes: a row that neither secret opens would be lost for ever.
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
    // A race: a process that was about to end may have used the former secret meanwhile.
    if (more.codes + more.people === 0) return { codes, people };
  }
}

/** From here on servers and commands end, and none starts. */
async function begin({ db }: Database, next: string): Promise<void> {
  await db
    .insertInto('setting')
    .values({ key: 'nextSecretFingerprint', value: next })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  // A race: of two rotations that start at once, only one goes on.
  if ((await fingerprintsIn({ db })).next !== next) throw rotationByAnother();
}

/** From here on the new secret is the database's. `formerSessions` null: end all sessions. Returns their number. */
function end(
  { db }: Database,
  { fingerprints, former, next }: Secrets,
  formerSessions: string | null,
  now: number,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    for (const table of ['entryAttempt', 'tryLimit', 'verification', 'operatorLink'] as const)
      await trx.deleteFrom(table).execute();
    // Better Auth sealed these, but Foyer never uses them.
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
    await resealSecondFactors(trx, { former: sessionsKey(former), next: sessionsKey(next) });
    await resealSettings(trx, { former: deriveKeys(former), next: deriveKeys(next) });
    await noteAct(trx, command, { act: 'secret.rotate', on: 'installation', id: null }, now);
    return formerSessions === null ? endAllSessions(trx) : 0;
  });
}

/** Removes the former secret's data from free space in the files: now, or later at a start or at night. */
async function rewrite({ db, upkeep }: Database): Promise<boolean> {
  if ((await upkeep.rewrite(['invitationCode', 'user'])) === 'done') return true;
  await oweVacuum(db);
  return false;
}
