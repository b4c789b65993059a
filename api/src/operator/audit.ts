import * as z from 'zod';
import { plainText, time } from '../fields.ts';
import { next, operatorRoute, page } from './route.ts';

const base = '/api/operator';

export const auditEntry = z.strictObject({
  id: z.string(),
  at: time,
  by: z.enum(['operator', 'token', 'command']),
  byId: z.string().nullable(),
  byName: z
    .string()
    .nullable()
    .meta({ description: 'The email of the operator or the name of the token, while it exists' }),
  act: z.string().meta({ description: 'As `code.revoke`' }),
  on: z.string().meta({ description: 'As `code`' }),
  onId: z.string().nullable(),
  onName: z
    .string()
    .nullable()
    .meta({ description: 'An email, the name of a token, or the label of a code or batch, while it exists' }),
  count: z.int().nullable().meta({ description: 'How many the act touched; null for one' }),
  before: z.unknown(),
  after: z.unknown(),
  from: z.string().nullable().meta({ description: 'The network of the address; null for a command' }),
});

const filter = {
  act: plainText(100).optional(),
  on: plainText(100).optional(),
  id: plainText(200).optional().meta({ description: 'Of what it was done to' }),
  by: plainText(200).optional().meta({ description: '`operator`, `token`, `command`, or the id of one' }),
  from: z.coerce.number().int().optional().meta({ description: 'Epoch milliseconds' }),
  to: z.coerce.number().int().optional(),
};

export const getAudit = operatorRoute({
  method: 'GET',
  base,
  path: '/audit',
  scope: 'read',
  about: 'What operators, tokens and commands did, the newest first.',
  query: z.object({ ...filter, ...page }),
  answers: { 200: z.strictObject({ entries: z.array(auditEntry), next }) },
});

export const exportAudit = operatorRoute({
  method: 'GET',
  base,
  path: '/audit.csv',
  scope: 'read',
  isFresh: true,
  about: 'The same as CSV, all of it.',
  query: z.object(filter),
  answers: { 200: { contentType: 'text/csv', about: 'One act a line.' } },
});

export type AuditEntry = z.output<typeof auditEntry>;
