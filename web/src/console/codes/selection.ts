import type { Filter, Selection } from '../api/codes.ts';

/** Chosen codes: by their ids, or all that match a filter. */
export type Chosen = { kind: 'ids'; ids: Set<string> } | { kind: 'matching'; filter: Filter; count: number };

export const noneChosen: Chosen = { kind: 'ids', ids: new Set() };
/** The API takes as many ids in one request. */
export const maxIds = 1000;

export function countOf(chosen: Chosen): number {
  return chosen.kind === 'ids' ? chosen.ids.size : chosen.count;
}

export function isChosen(chosen: Chosen, id: string): boolean {
  return chosen.kind === 'matching' || chosen.ids.has(id);
}

/** Chooses codes, or no longer. After a choice of all that match, it begins anew with the codes of this page. */
export function choose(chosen: Chosen, page: string[], ids: string[], isOn: boolean): Chosen {
  const next = new Set(chosen.kind === 'ids' ? chosen.ids : page);
  for (const id of ids) {
    if (!isOn) next.delete(id);
    else if (next.size < maxIds) next.add(id);
  }
  return { kind: 'ids', ids: next };
}

export function selectionOf(chosen: Chosen): Selection {
  if (chosen.kind === 'ids') return { ids: [...chosen.ids] };
  const { search, ...filter } = chosen.filter;
  return { filter, ...(search !== undefined && { search }) };
}

/** The codes that a revocation has touched. Their state is another one now. */
export function selectionToUndo(selection: Selection): Selection {
  if ('ids' in selection) return selection;
  const { state: _, ...filter } = selection.filter;
  return { ...selection, filter };
}
