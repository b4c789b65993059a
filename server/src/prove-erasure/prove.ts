import { randomBytes } from 'node:crypto';
import { generate } from '@foyer/invitation-codes/code';
import { createCodes, revokeCode } from '@foyer/invitation-codes/codes';
import { digestOf } from '@foyer/invitation-codes/seal';
import type { Config } from '../config/read-config.ts';
import { type Installation, openInstallation } from '../installation/installation.ts';
import { unsealedChats } from '../upgrade/seal-chats.ts';
import { CannotProve, type Claim, claim } from './claims.ts';
import type { GoneCounts, LeftInFiles } from './findings.ts';
import { type LiveProof, runVisit } from './live.ts';
import { findServing } from './serving.ts';

/** Lifetime of the code, in milliseconds. The server's clock may differ a little. */
const codeLifeMs = 10 * 60_000;
const clocksDifferMs = 60_000;

type Staying = { table: string; row: Record<string, unknown> };

export type Proof = {
  isProven: boolean;
  at: number;
  database: 'SQLite' | 'PostgreSQL';
  server: { address: string; isOwn: boolean };
  /** Host of the model that got the message; null for the demo assistant. */
  model: string | null;
  mark: string;
  claims: Claim[];
  gone: GoneCounts[];
  stays: Staying[];
  leftInFiles: LeftInFiles | null;
};

/** Always revokes the code that it created. @throws CannotProve */
export async function proveErasure(
  config: Config,
  { signal, now = Date.now }: { signal: AbortSignal; now?: () => number },
): Promise<Proof> {
  const installation = await openInstallation(config);
  try {
    await refuseUnready(config, installation);
    await using serving = await findServing(config, installation);
    const code = generate(randomBytes);
    let lived: LiveProof;
    let revoked: Claim;
    try {
      await makeCode(installation, code, now());
      lived = await runVisit(config, installation, { code, address: serving.address, signal });
    } catch (error) {
      throw signal.aborted
        ? new CannotProve('interrupted: the guest is logged out, and the code revoked')
        : error;
    } finally {
      revoked = claim('revoked', await isRevoked(installation, code, now()));
    }
    const { mark, gone, leftInFiles } = lived;
    const claims = [...lived.claims, revoked];
    const { address, isOwn } = serving;
    return {
      isProven: claims.every(({ holds }) => holds !== false),
      at: now(),
      database: installation.database.kind === 'sqlite' ? 'SQLite' : 'PostgreSQL',
      server: { address, isOwn },
      model: config.model && new URL(config.model.url).host,
      mark,
      claims,
      gone,
      stays: await staying(installation, code),
      leftInFiles,
    };
  } finally {
    await installation.close();
  }
}

async function refuseUnready({ isPublic, isProduction }: Config, { database }: Installation): Promise<void> {
  if ((await unsealedChats(database)) !== null)
    throw new CannotProve('The chats of an older version are not sealed yet: start Foyer once before.');
  const { db } = database;
  const code = await db.selectFrom('invitationCode').select('id').limit(1).executeTakeFirst();
  // The first start creates codes only in an empty database.
  if (!code && !isPublic && !isProduction)
    throw new CannotProve('This installation has no codes yet: start Foyer once before.');
}

async function makeCode({ database: { db }, keys }: Installation, code: string, now: number): Promise<void> {
  const terms = { kind: 'login', allowed: 1, remaining: 1, requirement: 'NOT_AVAILABLE' } as const;
  const window = { validFrom: now - clocksDifferMs, validUntil: now + codeLifeMs };
  const made = { createdBy: 'create', now, isGenerated: true };
  await createCodes(db, keys, [{ code, ...terms, ...window, label: 'proof of erasure' }], made);
}

async function isRevoked(
  { database: { db }, keys }: Installation,
  code: string,
  now: number,
): Promise<boolean> {
  const revoked = await revokeCode(db, keys, code, now);
  return revoked === null || revoked.revokedAt !== null;
}

async function staying({ database: { db }, keys }: Installation, text: string): Promise<Staying[]> {
  const {
    digest: _,
    sealed: __,
    ...code
  } = await db
    .selectFrom('invitationCode')
    .selectAll()
    .where('digest', '=', digestOf(keys, text))
    .executeTakeFirstOrThrow();
  const redemptions = await db.selectFrom('redemption').selectAll().where('codeId', '=', code.id).execute();
  return [
    ...redemptions.map((row) => ({ table: 'redemption', row: { ...row } })),
    { table: 'invitationCode', row: { ...code } },
  ];
}
