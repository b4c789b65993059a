import type { codeFilter, selection } from '@foyer/api/operator/code-shapes';
import type { Database } from '@foyer/database';
import { batchIdOf, type CodeFilter, findBatch } from '@foyer/invitation-codes/codes';
import type * as z from 'zod';

type Deps = { database: Pick<Database, 'db'>; now: () => number };
type Given = z.output<typeof codeFilter>;

/** The filter of a request. */
function filterFrom({ id, state, batch, ...fields }: Given, now: number): CodeFilter {
  return {
    ...fields,
    ...(id === undefined ? {} : { ids: [id] }),
    ...(batch === undefined ? {} : { batch: batchIdOf(batch) ?? batch }),
    ...(state === undefined ? {} : { state: { is: state, at: now } }),
  };
}

/** What a search means: the id of a batch, else a label. */
async function searchedFor(
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
  return wanted(deps, filter, search);
}

/** The codes that match the filter and the search. */
export async function wanted(deps: Deps, given: Given, search: string | undefined): Promise<CodeFilter> {
  const filter = filterFrom(given, deps.now());
  const sought = await searchedFor(deps, search);
  const differs = (['batch', 'label'] as const).some(
    (field) => sought[field] !== undefined && (filter[field] ?? sought[field]) !== sought[field],
  );
  return differs ? { ids: [] } : { ...filter, ...sought };
}
