import { openDatabase } from '@foyer/database';
import { migrate } from '@foyer/database/migrate';
import { createManyCodes, type NewCode } from '@foyer/invitation-codes/codes';
import { deriveKeys } from '@foyer/invitation-codes/seal';
import { secret } from '../measure/foyer.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Migrates a database and creates login codes. Returns their texts. */
export async function makeCodes(
  url: string,
  count: number,
  uses = 1_000_000,
  terms: Partial<NewCode> = {},
): Promise<string[]> {
  const database = openDatabase(url);
  await migrate(database);
  const texts: string[] = [];
  const withTerms = newCodes(count, uses).map((code) => ({ ...code, ...terms }));
  const made = { createdBy: 'create', now: Date.now() };
  for await (const codes of createManyCodes(database.db, deriveKeys(secret), withTerms, made)) {
    texts.push(...codes.map(({ code }) => code));
  }
  await database.close();
  return texts;
}

export function newCodes(count: number, uses: number): NewCode[] {
  const validFrom = Date.now() - dayMs;
  const terms = { kind: 'login', requirement: 'NOT_AVAILABLE', label: null } as const;
  return Array.from({ length: count }, (_, i) => ({
    ...terms,
    code: `bench-${i}`,
    allowed: uses,
    remaining: uses,
    validFrom,
    validUntil: validFrom + 30 * dayMs,
  }));
}
