import type * as contract from '@foyer/api/operator/use';
import { type AnswerOf, call, download, type QueryOf } from './client.ts';

export type Use = AnswerOf<typeof contract.getUse>;
export type UseRow = Use['rows'][number];
export type UseQuery = QueryOf<typeof contract.getUse>;

export const useApi = {
  get: (query: UseQuery) => call<typeof contract.getUse>('GET', '/api/operator/use', { query }),
  csv: (query: UseQuery) => download<typeof contract.getUseAsCsv>('GET', '/api/operator/use/csv', { query }),
};
