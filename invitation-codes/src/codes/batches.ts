import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { maxTypedLength, problemOfCharacters, symbolsIn } from '../code.ts';
import type { BatchRow, InvitationTables } from '../tables.ts';
import { format, shortSymbols } from '../text/generate.ts';

/** Short enough to type, as `K7M4-PQ29`. */
const idLength = 8;

const maxNoteLength = 120;

/** Why a text cannot be the note on cards, as the end of a sentence. Null when it can. */
export function problemOfNote(note: string): string | null {
  if (note.length > 2 * maxNoteLength || [...note].length > maxNoteLength)
    return `is longer than ${maxNoteLength} characters`;
  return problemOfCharacters(note);
}

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

export type Batch = BatchRow & { codes: number };

/** The batches with the number of their codes, newest first. */
export function listBatches(db: Kysely<InvitationTables>): Promise<Batch[]> {
  return selectBatches(db).orderBy('batch.createdAt', 'desc').orderBy('batch.id').execute();
}

export async function findBatch(db: Kysely<InvitationTables>, id: string): Promise<Batch | null> {
  return (await selectBatches(db).where('batch.id', '=', id).executeTakeFirst()) ?? null;
}

/** The id that a person types, in any spelling. Null when it can be none. */
export function batchIdOf(typed: string): string | null {
  const symbols = typed.length > maxTypedLength ? null : symbolsIn(typed, idLength);
  return symbols === null ? null : format(symbols);
}

function selectBatches(db: Kysely<InvitationTables>) {
  return db
    .selectFrom('batch')
    .leftJoin('invitationCode', 'invitationCode.batchId', 'batch.id')
    .selectAll('batch')
    .select(({ fn }) => fn.count<number>('invitationCode.id').as('codes'))
    .groupBy('batch.id');
}
