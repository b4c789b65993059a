import { startBudgets } from '@foyer/invitation-codes/budgets';
import { codesWithDigests } from '@foyer/invitation-codes/bulk';
import { gatherUses } from '@foyer/invitation-codes/gather-uses';
import { placeGuests } from '@foyer/invitation-codes/places';
import type { HostTables, InvitationTables } from '@foyer/invitation-codes/tables';
import { openedTerms } from '@foyer/invitation-codes/terms';
import { type Kysely, sql } from 'kysely';
import type { ImportOptions } from '../plan/plan.ts';
import { ImportRefused } from '../read/file.ts';
import { decodeRows, digestOfEncoded } from '../stage/encoded-row.ts';
import { isValid } from '../validate/file-row.ts';
import { type ImportOrigin, insertNewCodes, type NewCodes, newCodesFrom } from './new-codes.ts';

/** The kind of a code can no longer change: a use was spent after the plan was made. */
export class KindIsFixed extends ImportRefused {
  readonly row: number;

  constructor(row: number) {
    super(`row ${row}: the kind can no longer change, a use was spent meanwhile`);
    this.row = row;
  }
}

export async function mergeRows(
  trx: Kysely<InvitationTables>,
  encodedRows: string[],
  options: ImportOptions,
  origin: ImportOrigin,
): Promise<void> {
  const digests = encodedRows.map(digestOfEncoded);
  const codes = newCodesFrom(encodedRows);
  await gatherUses(trx, digests);
  const { numInsertedOrUpdatedRows } = await overwrite(trx, codes, options, origin);
  if (numInsertedOrUpdatedRows !== BigInt(encodedRows.length))
    throw new KindIsFixed(await rowLeftOut(trx, encodedRows, digests));
  await startBudgets(trx, digests);
  await placeGuests(trx as Kysely<HostTables>, digests, origin.now);
}

async function rowLeftOut(
  db: Kysely<InvitationTables>,
  encodedRows: string[],
  digests: string[],
): Promise<number> {
  const rows = decodeRows(encodedRows).filter(isValid);
  const kinds = new Map((await codesWithDigests(db, digests)).map(({ digest, kind }) => [digest, kind]));
  const left = rows.find(({ digest, kind }) => kinds.get(digest) !== kind);
  if (!left) throw new Error('some rows of an import were not written, and every kind matches');
  return left.row;
}

/** Computes everything from the code as it is now, because people spend uses while the import runs. */
function overwrite(
  db: Kysely<InvitationTables>,
  codes: NewCodes,
  { resetUsage }: ImportOptions,
  origin: ImportOrigin,
) {
  const spent = sql<number>`("invitationCode"."allowed" - "invitationCode"."remaining")`;
  const remaining = sql<number>`case when excluded."allowed" > ${spent} then excluded."allowed" - ${spent} else 0 end`;
  return insertNewCodes(db, codes, origin)
    .onConflict((conflict) =>
      conflict
        .column('digest')
        .doUpdateSet((eb) => ({
          kind: eb.ref('excluded.kind'),
          allowed: eb.ref('excluded.allowed'),
          remaining: resetUsage ? eb.ref('excluded.remaining') : remaining,
          validFrom: eb.ref('excluded.validFrom'),
          validUntil: eb.ref('excluded.validUntil'),
          requirement: eb.ref('excluded.requirement'),
          label: eb.ref('excluded.label'),
          ...Object.fromEntries(openedTerms.map((term) => [term, eb.ref(`excluded.${term}`)])),
        }))
        .where((eb) =>
          eb.or([
            eb('invitationCode.kind', '=', eb.ref('excluded.kind')),
            eb.and([
              eb('invitationCode.remaining', '=', eb.ref('invitationCode.allowed')),
              eb.not(
                eb.exists(
                  eb
                    .selectFrom('redemption')
                    .select('redemption.id')
                    .whereRef('redemption.codeId', '=', 'invitationCode.id'),
                ),
              ),
            ]),
          ]),
        ),
    )
    .executeTakeFirstOrThrow();
}
