import type { codeFilter, selection } from '@foyer/api/operator/codes';
import type { Database } from '@foyer/database';
import { batchIdOf, type CodeFilter, findBatch } from '@foyer/invitation-codes/codes';
import type { CodeKeys } from '@foyer/invitation-codes/seal';
import type * as z from 'zod';

type Deps = { database: Pick<Database, 'db'>; codeKeys: CodeKeys; now: () => number };
type Given = z.output<typeof codeFilter>;

/** The filter of a request. */
export function filterFrom({ id, state, batch, ...fields }: Given, now: number): CodeFilter {
  return {
    ...fields,
    ...(id === undefined ? {} : { ids: [id] }),
    ...(batch === undefined ? {} : { batch: batchIdOf(batch) ?? batch }),
    ...(state === undefined ? {} : { state: { is: state, at: now } }),
  };
}

/** What a search means: the id of a batch, else a label. */
export async function searchedFor(
  { database: { db } }: Pick<Deps, 'database'>,
  text: string | undefined,
): Promise<CodeFilter> {
  const sought = text?.trim() ?? '';
  if (sought === '') return {};
  const batch = batchIdOf(sought);
  if (batch !== null && (await findBatch(db, batch))) return { batch };
  return { label: sought };
}

/** The codes that a request chose. */
export async function chosenCodes(deps: Deps, chosen: z.output<typeof selection>): Promise<CodeFilter> {
  if ('ids' in chosen) return { ids: chosen.ids };
  const { filter, search } = chosen;
  return { ...filterFrom(filter, deps.now()), ...(await searchedFor(deps, search)) };
}
