import type { Kysely } from 'kysely';
import { isShortCode } from '../code.ts';
import type { CodeKeys } from '../seal.ts';
import type { InvitationTables } from '../tables.ts';
import type { Code } from './code-from-row.ts';
import { CodeExists, type CodeOrigin, createCodes } from './create-codes.ts';
import type { NewCode } from './terms.ts';

const maxDraws = 20;

/**
 * Creates all codes or none. Draws again when a generated short code exists already: there are few of them.
 *
 * @param codes draws their texts
 * @throws CodeExists for a text that is taken
 */
export async function createDrawn(
  db: Kysely<InvitationTables>,
  keys: CodeKeys,
  codes: () => Iterable<NewCode>,
  origin: CodeOrigin & { isDrawn: boolean },
): Promise<Code[]> {
  for (let draw = 1; ; draw++) {
    const drawn = [...codes()];
    try {
      return await createCodes(db, keys, drawn, origin);
    } catch (error) {
      const isTaken = error instanceof CodeExists && origin.isDrawn && isShortCode(error.code);
      if (!isTaken || draw === maxDraws) throw error;
    }
  }
}
