import { createHmac } from 'node:crypto';
import type { Database } from '@foyer/database';
import { deriveKey } from '@foyer/invitation-codes/seal';

/** What a database remembers of its secret; undefined for nothing. */
export type Fingerprints = {
  /** Of the secret that it was made with, or that was brought in since. */
  current: string | undefined;
  /** Of the secret that a rotation brings in: while it is there, rows are kept under either. */
  next: string | undefined;
};

/** By what a database knows its secret again. */
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
