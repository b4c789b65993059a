import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import type { CodeKind } from '../code.ts';
import type { CodeKeys } from '../seal.ts';
import type { InvitationCodeRow, InvitationTables } from '../tables.ts';
import { selectCodes } from './bulk.ts';
import { type Code, codeFromRow } from './code-from-row.ts';

/** A missing field matches every value. */
export type CodeFilter = { kind?: CodeKind | undefined; label?: string | undefined };

const pageSize = 1000;

/** The codes, newest first. Codes created at the same time are sorted by text, 1,000 per page. Only one page is in memory. */
export async function* listCodes(
  db: Kysely<InvitationTables>,
  keys: CodeKeys,
  filter: CodeFilter = {},
): AsyncGenerator<Code> {
  let sameTime: Code[] = [];
  for await (const row of newestFirst(db, filter)) {
    const isComplete = sameTime.length === pageSize || sameTime[0]?.createdAt !== row.createdAt;
    if (isComplete) {
      yield* sortedByText(sameTime);
      sameTime = [];
    }
    sameTime.push(codeFromRow(keys, row));
  }
  yield* sortedByText(sameTime);
}

/** The rows of the codes, in no particular order, each once. A code that is created meanwhile may be missing. */
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
