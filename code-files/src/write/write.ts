import { codesWithDigests, insertCodes } from '@foyer/invitation-codes/bulk';
import { gatherUses } from '@foyer/invitation-codes/gather-uses';
import { newId } from '@foyer/invitation-codes/new-id';
import type { InvitationCodeRow, InvitationTables } from '@foyer/invitation-codes/tables';
import { type Kysely, sql } from 'kysely';
import type { ImportOptions } from '../plan/plan.ts';
import { ImportRefused } from '../read/file.ts';
import type { ValidRow } from '../read/read-row.ts';
import { isValid } from '../read/read-row.ts';
import { decodeRows } from '../stage/encoded-row.ts';

/** A row whose kind can no longer change: a use was spent since it was planned. */
export class KindIsFixed extends ImportRefused {
  readonly row: number;

  constructor(row: number) {
    super(`row ${row}: the kind can no longer change, a use was spent meanwhile`);
    this.row = row;
  }
}

/**
 * Changes the codes of rows that exist, inside of a transaction. Throws `KindIsFixed` when the kind of one can no longer
 * change.
 *
 * @param lines of good rows
 */
export async function mergeRows(
  trx: Kysely<InvitationTables>,
  lines: string[],
  options: ImportOptions,
  now: number,
): Promise<void> {
  const rows = decodeRows(lines).filter(isValid);
  const codes = rows.map((row) => newCodeRow(row, now));
  await gatherUses(
    trx,
    rows.map(({ digest }) => digest),
  );
  const { numInsertedOrUpdatedRows } = await overwrite(trx, codes, options);
  if (numInsertedOrUpdatedRows !== BigInt(codes.length)) throw new KindIsFixed(await rowLeftOut(trx, rows));
}

function newCodeRow({ row: _, ...terms }: ValidRow, now: number): InvitationCodeRow {
  return { id: newId(), ...terms, createdAt: now, createdBy: 'import', isGenerated: false, revokedAt: null };
}

async function rowLeftOut(db: Kysely<InvitationTables>, rows: ValidRow[]): Promise<number> {
  const digests = rows.map(({ digest }) => digest);
  const kinds = new Map((await codesWithDigests(db, digests)).map(({ digest, kind }) => [digest, kind]));
  const left = rows.find(({ digest, kind }) => kinds.get(digest) !== kind);
  if (!left) throw new Error('rows were left out of an import, and none can be named');
  return left.row;
}

/** Everything is computed from the code as it stands at this moment: people spend uses while the import runs. */
function overwrite(db: Kysely<InvitationTables>, codes: InvitationCodeRow[], { resetUsage }: ImportOptions) {
  const spent = sql<number>`("invitationCode"."allowed" - "invitationCode"."remaining")`;
  const remaining = sql<number>`case when excluded."allowed" > ${spent} then excluded."allowed" - ${spent} else 0 end`;
  return insertCodes(db, codes)
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
