import * as z from 'zod';
import { time } from '../fields.ts';
import { operatorRoute } from './route.ts';

const ofCode = {
  codeId: z.string(),
  label: z.string().nullable(),
  remaining: z.int(),
  allowed: z.int(),
  endsAt: time,
};

export const warning = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('code-low'), ...ofCode }),
  z.strictObject({ kind: z.literal('code-ends'), ...ofCode }),
  z.strictObject({
    kind: z.literal('batch-ends'),
    batch: z.string(),
    label: z.string().nullable(),
    codes: z
      .int()
      .meta({ description: 'Codes for one use each that nobody has used, of the first 200 of the batch' }),
    endsAt: time,
  }),
  z.strictObject({ kind: z.literal('default-code'), code: z.enum(['login', 'registration']) }),
  z.strictObject({ kind: z.literal('refused-tries'), count: z.int(), minutes: z.int() }),
  z.strictObject({ kind: z.literal('ignored-setting'), name: z.string(), problem: z.string() }),
  z.strictObject({ kind: z.literal('codes-stopped') }),
]);

export const getWarnings = operatorRoute({
  method: 'GET',
  base: '/api/operator',
  path: '/warnings',
  scope: 'read',
  about:
    'What needs attention now: codes for more than one use with less than a tenth left, or that end within 72 hours; batches with unused cards that end then (at most 50 codes of each kind and 20 batches, the nearest first); a default code that admits nobody; more than 100 refused tries on this server in 10 minutes; stored settings that are ignored; and that all codes are stopped.',
  answers: { 200: z.strictObject({ warnings: z.array(warning) }) },
});

export type Warning = z.output<typeof warning>;
