import type * as audit from '@foyer/api/operator/audit';
import type * as contract from '@foyer/api/operator/operators';
import type * as tokens from '@foyer/api/operator/tokens';
import type * as warnings from '@foyer/api/operator/warnings';
import type { BodyOf } from '@foyer/api/route';
import { type AnswerOf, call, download, type QueryOf } from './client.ts';

export type Me = AnswerOf<typeof contract.getMe>;
export type Operators = AnswerOf<typeof contract.listOperators>;
export type SetUpLink = AnswerOf<typeof contract.lookAtSetUp>;
export type TwoFactorKeys = AnswerOf<typeof contract.beginTwoFactor>;
export type Token = AnswerOf<typeof tokens.listTokens>['tokens'][number];
export type Scope = Token['scopes'][number];
export type AuditEntry = AnswerOf<typeof audit.getAudit>['entries'][number];
export type AuditQuery = QueryOf<typeof audit.getAudit>;
export type Warning = AnswerOf<typeof warnings.getWarnings>['warnings'][number];

const base = '/api/operator';

export const operatorsApi = {
  me: () => call<typeof contract.getMe>('GET', `${base}/me`),
  confirm: (body: BodyOf<typeof contract.confirm>) =>
    call<typeof contract.confirm>('POST', `${base}/confirm`, { body }),
  look: (token: string) =>
    call<typeof contract.lookAtSetUp>('POST', `${base}/set-up/look`, { body: { token } }),
  setUp: (body: BodyOf<typeof contract.setUp>) =>
    call<typeof contract.setUp>('POST', `${base}/set-up`, { body }),
  list: () => call<typeof contract.listOperators>('GET', `${base}/operators`),
  add: (userId: string) =>
    call<typeof contract.addOperator>('POST', `${base}/operators`, { body: { userId } }),
  remove: (userId: string) =>
    call<typeof contract.removeOperator>('DELETE', `${base}/operators/${encodeURIComponent(userId)}`),
  beginTwoFactor: (password: string) =>
    call<typeof contract.beginTwoFactor>('POST', `${base}/two-factor`, { body: { password } }),
  confirmTwoFactor: (code: string) =>
    call<typeof contract.confirmTwoFactor>('POST', `${base}/two-factor/confirm`, { body: { code } }),
  endTwoFactor: () => call<typeof contract.endTwoFactor>('DELETE', `${base}/two-factor`),
  tokens: () => call<typeof tokens.listTokens>('GET', `${base}/tokens`),
  createToken: (body: BodyOf<typeof tokens.createToken>) =>
    call<typeof tokens.createToken>('POST', `${base}/tokens`, { body }),
  revokeToken: (id: string) =>
    call<typeof tokens.revokeToken>('POST', `${base}/tokens/${encodeURIComponent(id)}/revoke`),
  audit: (query: AuditQuery) => call<typeof audit.getAudit>('GET', `${base}/audit`, { query }),
  auditAsCsv: (query: AuditQuery) =>
    download<typeof audit.exportAudit>('GET', `${base}/audit.csv`, { query }),
  warnings: () => call<typeof warnings.getWarnings>('GET', `${base}/warnings`),
};
