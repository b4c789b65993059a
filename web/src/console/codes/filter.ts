import type { Filter, Listed } from '../api/codes.ts';
import { endOfDay, startOfDay } from '../time/zoned-days.ts';

/** The filters that the address holds. Days are written as `2027-03-01`. */
export const filterNames = [
  'code',
  'search',
  'state',
  'kind',
  'batch',
  'label',
  'assistant',
  'createdFrom',
  'createdUntil',
  'endsFrom',
  'endsUntil',
] as const;

export type FilterName = (typeof filterNames)[number];

const states = ['open', 'notYet', 'usedUp', 'ended', 'revoked'] as const;
const kinds = ['login', 'registration'] as const;
export const sorts = ['newest', 'oldest', 'endsFirst', 'endsLast'] as const;

/** What the address asks of the API. What it does not understand is left out. */
export function filterOf(get: (name: string) => string, timeZone: string): Filter {
  const start = (name: FilterName) => startOfDay(get(name), timeZone) ?? undefined;
  const end = (name: FilterName) => endOfDay(get(name), timeZone) ?? undefined;
  const filter: Filter = {
    id: get('code').slice(0, 100) || undefined,
    search: get('search').slice(0, 1000) || undefined,
    state: states.find((state) => state === get('state')),
    kind: kinds.find((kind) => kind === get('kind')),
    batch: get('batch').slice(0, 100) || undefined,
    label: get('label').slice(0, 1000) || undefined,
    assistant: get('assistant').slice(0, 200) || undefined,
    createdFrom: start('createdFrom'),
    createdUntil: end('createdUntil'),
    endsFrom: start('endsFrom'),
    endsUntil: end('endsUntil'),
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

export function sortOf(get: (name: string) => string): NonNullable<Listed['sort']> {
  return sorts.find((sort) => sort === get('sort')) ?? 'newest';
}
