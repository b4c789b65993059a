import type { Database } from '@foyer/database';
import { addTokens } from '@foyer/invitation-codes/budgets';
import type { Usage } from '../models/stream-model.ts';
import type { CodeLimits } from './code-limits.ts';

/**
 * Adds what a reply has used to the person's redemption, and to the budget of their code. It outlives the person: a guest
 * who leaves in the middle of a reply has used its tokens.
 */
export async function countTokens(
  { atomically }: Pick<Database, 'atomically'>,
  { redemptionId, codeId, tokenBudget }: Pick<CodeLimits, 'redemptionId' | 'codeId' | 'tokenBudget'>,
  { tokens, isEstimated }: Usage,
): Promise<void> {
  await atomically((db) => [
    db
      .updateTable('redemption')
      .set(({ eb }) => ({ tokens: eb('tokens', '+', tokens) }))
      .$if(isEstimated, (update) => update.set({ isEstimated: true }))
      .where('id', '=', redemptionId)
      .returning('id'),
    // Last, because everybody with this code locks this row.
    ...(tokenBudget === null ? [] : [addTokens(db, codeId, tokens)]),
  ]);
}
