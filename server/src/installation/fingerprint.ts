import { createHmac } from 'node:crypto';
import type { Database } from '@foyer/database';
import { deriveKey } from '@foyer/invitation-codes/seal';

export type Fingerprints = {
  /** Of the secret that was set when the database was created or last rotated. */
  current: string | undefined;
  /** Only during a rotation, when rows may be sealed with either secret. */
  next: string | undefined;
};

export function fingerprintOf(secret: string): string {
  return createHmac('sha256', deriveKey(secret, 'secret: fingerprint')).update('foyer').digest('base64url');
}

export async function fingerprintsIn({ db }: Pick<Database, 'db'>): Promise<Fingerprints> {
  const rows = await db
    .selectFrom('setting')
    .select(['key', 'value'])
    .where('key', 'in', ['secretFingerprint', 'nextSecretFingerprint'])
    .execute();
  const kept = (key: string) => rows.find((row) => row.key === key)?.value;
  return { current: kept('secretFingerprint'), next: kept('nextSecretFingerprint') };
}
