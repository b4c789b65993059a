import { type CodeKeys, unseal } from '../seal.ts';
import type { InvitationCodeRow, OpenedTerms } from '../tables.ts';
import type { NewCode } from './terms.ts';

/** A code with its text, as an operator sees it. Times are epoch milliseconds. */
export type Code = Omit<NewCode, keyof OpenedTerms> &
  OpenedTerms & { createdAt: number; revokedAt: number | null; batchId: string | null };

export function codeFromRow(keys: CodeKeys, row: InvitationCodeRow): Code {
  const { id: _, digest, sealed, createdBy: _by, isGenerated: _is, ...terms } = row;
  return { code: unseal(keys, sealed, digest), ...terms };
}
