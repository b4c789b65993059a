import { type CodeKeys, unseal } from '../seal.ts';
import type { InvitationCodeRow } from '../tables.ts';
import type { NewCode } from './terms.ts';

/** A code with its text, as an operator sees it. Times are epoch milliseconds. */
export type Code = NewCode & { createdAt: number; revokedAt: number | null };

export function codeFromRow(keys: CodeKeys, row: InvitationCodeRow): Code {
  const { kind, allowed, remaining, validFrom, validUntil, requirement, label, createdAt, revokedAt } = row;
  const code = unseal(keys, row.sealed, row.digest);
  return { code, kind, allowed, remaining, validFrom, validUntil, requirement, label, createdAt, revokedAt };
}
