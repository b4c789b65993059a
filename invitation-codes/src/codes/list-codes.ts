import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import type { CodeKind } from '../code.ts';
import type { CodeKeys } from '../seal.ts';
import type { InvitationCodeRow, InvitationTables } from '../tables.ts';
import { selectCodes } from './bulk.ts';
import { type Code, codeFromRow } from './known-code.ts';

/** Which codes are asked for; without a field, whatever its value. */
export type CodeFilter = { kind?: CodeKind | undefined; label?: string | undefined };

/** How many codes are read at once. */
const pageSize = 1000;

/**
 * All codes, or those that a filter names, newest first; those made at one moment by their text, a thousand at a time.
 * However many there are, few are in memory.
 */
export async function* listCodes(
  db: Kysely<InvitationTables>,
  keys: CodeKeys,
  filter: CodeFilter = {},
): AsyncGenerator<Code> {
  let ofOneMoment: Code[] = [];
  for await (const row of newestFirst(db, filter)) {
    const isWhole = ofOneMoment.length === pageSize || ofOneMoment[0]?.createdAt !== row.createdAt;
    if (isWhole) {
      yield* sortedByText(ofOneMoment);
      ofOneMoment = [];
    }
    ofOneMoment.push(codeFromRow(keys, row));
  }
  yield* sortedByText(ofOneMoment);
}

/**
 * The rows of all codes, or of those that a filter names, in an order of no meaning. A code that is made meanwhile may
 * be among them or not; every other is there once.
 */
export async function* allRows(
  db: Kysely<InvitationTables>,
  filter: CodeFilter = {},
): AsyncGenerator<InvitationCodeRow> {
  let last = '';
  let page: InvitationCodeRow[];
  do {
    page = await filteredCodes(db, filter).where('id', '>', last).orderBy('id').limit(pageSize).execute();
    yield* page;
    last = page.at(-1)?.id ?? last;
  } while (page.length === pageSize);
}

async function* newestFirst(
  db: Kysely<InvitationTables>,
  filter: CodeFilter,
): AsyncGenerator<InvitationCodeRow> {
  let page: InvitationCodeRow[] = [];
  do {
    const last = page.at(-1);
    let query = filteredCodes(db, filter).orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(pageSize);
    if (last) query = query.where(sql<boolean>`("createdAt", "id") < (${last.createdAt}, ${last.id})`);
    page = await query.execute();
    yield* page;
  } while (page.length === pageSize);
}

function filteredCodes(
  db: Kysely<InvitationTables>,
  { kind, label }: CodeFilter,
): SelectQueryBuilder<InvitationTables, 'invitationCode', InvitationCodeRow> {
  let query = selectCodes(db);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (label !== undefined) query = query.where('label', '=', label);
  return query;
}

function sortedByText(codes: Code[]): Code[] {
  return codes.sort((a, b) => (a.code < b.code ? -1 : 1));
}
