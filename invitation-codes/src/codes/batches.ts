import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { BatchRow, InvitationTables } from '../tables.ts';
import { format, shortSymbols } from '../text/generate.ts';

/** Short enough to type, as `K7M4-PQ29`. */
const idLength = 8;

/** A batch for the codes of one `create`, one import or the first start. It is stored with its first codes. */
export function newBatch(
  { createdBy, now }: { createdBy: string; now: number },
  { label = null, note = null }: Partial<Pick<BatchRow, 'label' | 'note'>> = {},
): BatchRow {
  return { id: format(shortSymbols(idLength, randomBytes)), createdAt: now, createdBy, label, note };
}

/** Does nothing when the batch is there. */
export async function insertBatch(db: Kysely<InvitationTables>, batch: BatchRow): Promise<void> {
  await db
    .insertInto('batch')
    .values(batch)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}
