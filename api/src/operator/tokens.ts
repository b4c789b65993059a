import * as z from 'zod';
import { filledText, plainText, time } from '../fields.ts';
import { scope } from './operators.ts';
import { operatorRoute } from './route.ts';

const base = '/api/operator/tokens';

const token = z.strictObject({
  id: z.string(),
  name: z.string(),
  scopes: z.array(scope),
  createdAt: time,
  lastUsedAt: time.nullable().meta({ description: 'Exact to a minute' }),
  revokedAt: time.nullable(),
});

export const listTokens = operatorRoute({
  method: 'GET',
  base,
  path: '/',
  scope: 'settings',
  about: 'All tokens, the newest first. Never a token itself.',
  answers: { 200: z.strictObject({ tokens: z.array(token) }) },
});

export const createToken = operatorRoute({
  method: 'POST',
  base,
  path: '/',
  isFresh: true,
  about: 'Creates a token for `Authorization: Bearer …`. It is shown only now.',
  body: z.strictObject({
    name: filledText(60, 'a name'),
    scopes: z.array(scope).min(1, 'a scope is expected').max(10),
  }),
  answers: { 201: token.extend({ token: z.string() }) },
});

export const revokeToken = operatorRoute({
  method: 'POST',
  base,
  path: '/:id/revoke',
  scope: 'settings',
  isFresh: true,
  about: 'Revokes a token. Nothing happens if it is revoked.',
  params: z.object({ id: plainText(100) }),
  unknown: 'NOT_FOUND',
  answers: { 204: null },
  refuses: { 404: ['NOT_FOUND'] },
});

export type Token = z.output<typeof token>;
