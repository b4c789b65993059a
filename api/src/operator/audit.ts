import * as z from 'zod';
import { time } from '../fields.ts';
import { operatorRoute } from './route.ts';

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
  count: z.int().nullable().meta({ description: 'How many the act touched; null for one' }),
  before: z.unknown(),
  after: z.unknown(),
  from: z.string().nullable().meta({ description: 'The network of the address; null for a command' }),
});

const filters =
  'Query: `act`, `on`, `id`, `by` (`operator`, `token`, `command`, or the id of one), `from` and `to` (epoch milliseconds)';

export const getAudit = operatorRoute({
  method: 'GET',
  base,
  path: '/audit',
  scope: 'read',
  about: `What operators, tokens and commands did, the newest first. ${filters}, \`limit\` (1 to 200, else 50), and \`after\` with the \`next\` of the page before.`,
  answers: {
    200: z.strictObject({
      entries: z.array(auditEntry),
      next: z.string().nullable().meta({ description: 'Null on the last page' }),
    }),
  },
});

export const exportAudit = operatorRoute({
  method: 'GET',
  base,
  path: '/audit.csv',
  scope: 'read',
  isFresh: true,
  about: `The same as CSV, all of it. ${filters}.`,
  answers: { 200: { contentType: 'text/csv', about: 'One act a line.' } },
});

export type AuditEntry = z.output<typeof auditEntry>;
