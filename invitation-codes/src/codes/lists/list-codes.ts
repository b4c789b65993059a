import { type Kysely, sql } from 'kysely';
import type { CodeKeys } from '../../seal.ts';
import type { InvitationCodeRow, InvitationTables } from '../../tables.ts';
import { selectCodes } from '../bulk.ts';
import { type Code, codeFromRow } from '../code-from-row.ts';
import { type CodeFilter, matching } from './filter.ts';

export type { CodeFilter } from './filter.ts';

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
  for await (const page of pagesOfRows(db, filter)) yield* page;
}

/** The same in pages of `size`. */
export async function* pagesOfRows(
  db: Kysely<InvitationTables>,
  filter: CodeFilter,
  size = pageSize,
): AsyncGenerator<InvitationCodeRow[]> {
  let last = '';
  let page: InvitationCodeRow[];
  do {
    page = await selectCodes(db)
      .where(matching(filter))
      .where('id', '>', last)
      .orderBy('id')
      .limit(size)
      .execute();
    if (page.length > 0) yield page;
    last = page.at(-1)?.id ?? last;
  } while (page.length === size);
}

async function* newestFirst(
  db: Kysely<InvitationTables>,
  filter: CodeFilter,
): AsyncGenerator<InvitationCodeRow> {
  let page: InvitationCodeRow[] = [];
  do {
    const last = page.at(-1);
    let query = selectCodes(db)
      .where(matching(filter))
      .orderBy('createdAt', 'desc')
      .orderBy('id', 'desc')
      .limit(pageSize);
    if (last) query = query.where(sql<boolean>`("createdAt", "id") < (${last.createdAt}, ${last.id})`);
    page = await query.execute();
    yield* page;
  } while (page.length === pageSize);
}

function sortedByText(codes: Code[]): Code[] {
  return codes.sort((a, b) => (a.code < b.code ? -1 : 1));
}
