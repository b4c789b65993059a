import type * as batches from '@foyer/api/operator/batches';
import type * as contract from '@foyer/api/operator/codes';
import type { BodyOf } from '@foyer/api/route';
import { type AnswerOf, call, download, type QueryOf } from './client.ts';

export type Code = AnswerOf<typeof contract.listCodes>['codes'][number];
export type CodeInFull = AnswerOf<typeof contract.getCode>;
export type CodeState = Code['state'];
export type Sums = AnswerOf<typeof contract.sumCodes>;
export type Options = AnswerOf<typeof contract.makeOptions>;
export type Batch = AnswerOf<typeof batches.getBatch>;
export type ListedBatch = AnswerOf<typeof batches.listBatches>['batches'][number];
export type NewCodes = BodyOf<typeof contract.createCodes>;
export type Made = AnswerOf<typeof contract.createCodes>;
export type Terms = Omit<BodyOf<typeof contract.changeCode>, 'version'>;
export type Change = BodyOf<typeof contract.changeCodes>['change'];
export type Selection = BodyOf<typeof contract.changeCodes>['selection'];
export type Listed = QueryOf<typeof contract.listCodes>;
export type Filter = QueryOf<typeof contract.sumCodes>;

export const codesApi = {
  list: (query: Listed, signal?: AbortSignal) =>
    call<typeof contract.listCodes>('GET', '/api/operator/codes', { query, ...(signal && { signal }) }),
  find: (text: string) =>
    call<typeof contract.findCode>('POST', '/api/operator/codes/find', { body: { text } }),
  sums: (query: Filter = {}) => call<typeof contract.sumCodes>('GET', '/api/operator/codes/sums', { query }),
  options: () => call<typeof contract.makeOptions>('GET', '/api/operator/codes/options'),
  get: (id: string) => call<typeof contract.getCode>('GET', `/api/operator/codes/${encodeURIComponent(id)}`),
  create: (body: NewCodes) => call<typeof contract.createCodes>('POST', '/api/operator/codes', { body }),
  change: (id: string, body: BodyOf<typeof contract.changeCode>) =>
    call<typeof contract.changeCode>('PATCH', `/api/operator/codes/${encodeURIComponent(id)}`, { body }),
  revoke: (id: string) =>
    call<typeof contract.revokeCode>('POST', `/api/operator/codes/${encodeURIComponent(id)}/revoke`),
  restore: (id: string) =>
    call<typeof contract.restoreCode>('POST', `/api/operator/codes/${encodeURIComponent(id)}/restore`),
  changeMany: (body: BodyOf<typeof contract.changeCodes>) =>
    call<typeof contract.changeCodes>('POST', '/api/operator/codes/changes', { body }),
  export: (body: BodyOf<typeof contract.exportCodes>) =>
    download<typeof contract.exportCodes>('POST', '/api/operator/codes/export', { body }),
  print: (body: BodyOf<typeof contract.printCards>) =>
    download<typeof contract.printCards>('POST', '/api/operator/codes/cards', { body }),
  linkRoom: (id: string) =>
    call<typeof contract.linkRoom>('POST', `/api/operator/codes/${encodeURIComponent(id)}/room`),
  batches: (query: QueryOf<typeof batches.listBatches> = {}) =>
    call<typeof batches.listBatches>('GET', '/api/operator/batches', { query }),
  batch: (id: string) =>
    call<typeof batches.getBatch>('GET', `/api/operator/batches/${encodeURIComponent(id)}`),
};
