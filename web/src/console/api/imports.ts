import type * as contract from '@foyer/api/operator/imports';
import type { BodyOf } from '@foyer/api/route';
import { type AnswerOf, call, queryString, readBody, send } from './client.ts';
import type { Answer } from './problem.ts';

export type Import = AnswerOf<typeof contract.getImport>;
export type PlannedRow = AnswerOf<typeof contract.listPlannedRows>['rows'][number];
export type PlanQuery = NonNullable<BodyOf<typeof contract.listPlannedRows>>;

const base = '/api/operator/imports';

export const importsApi = {
  create: (body: BodyOf<typeof contract.createImport>) =>
    call<typeof contract.createImport>('POST', base, { body }),
  /** Sends the next piece of the file. One that was sent already is taken once. */
  async sendPiece(
    id: string,
    piece: Blob,
    query: { from: number; isLast: boolean },
  ): Promise<Answer<Import>> {
    const answer = await send(`${base}/${encodeURIComponent(id)}/file${queryString(query)}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: piece,
    });
    const { value: response, problem } = answer;
    return problem ? { problem } : readBody(() => response.json());
  },
  list: () => call<typeof contract.listImports>('GET', base),
  get: (id: string) => call<typeof contract.getImport>('GET', `${base}/${encodeURIComponent(id)}`),
  rows: (id: string, query: PlanQuery) =>
    call<typeof contract.listPlannedRows>('POST', `${base}/${encodeURIComponent(id)}/rows`, { body: query }),
  run: (id: string, skipRefused: boolean) =>
    call<typeof contract.runImport>('POST', `${base}/${encodeURIComponent(id)}/run`, {
      body: { skipRefused },
    }),
  remove: (id: string) => call<typeof contract.deleteImport>('DELETE', `${base}/${encodeURIComponent(id)}`),
};
