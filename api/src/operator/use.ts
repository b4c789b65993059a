import * as z from 'zod';
import { plainText } from '../fields.ts';
import { day, few, operatorRoute } from './route.ts';

const base = '/api/operator/use';

const query = z.object({
  from: day.optional().meta({ description: 'Default: 29 days before `until`' }),
  until: day.optional().meta({ description: 'Default: today' }),
  by: z.enum(['day', 'label', 'batch', 'assistant']).optional().meta({ description: 'Default: day' }),
  batch: plainText(100).optional(),
  label: plainText(1000).optional(),
  assistant: plainText(200).optional(),
});

/** Messages and tokens are not told where a number of entries is not. */
const counts = {
  entries: few,
  conversions: few,
  registrations: few,
  messages: few,
  tokens: z.int().nullable(),
};

export const getUse = operatorRoute({
  method: 'GET',
  base,
  path: '/',
  about: 'What codes brought, without people. Numbers of 1 to 4 are told as "<5".',
  scope: 'read',
  query,
  answers: {
    200: z.strictObject({
      from: day,
      until: day,
      rows: z.array(
        z.strictObject({
          key: z.string().nullable().meta({ description: 'The day, label, batch or assistant; null: none' }),
          name: z.string().nullable().meta({ description: 'What to show for a batch or an assistant' }),
          ...counts,
        }),
      ),
      total: z.strictObject(counts),
    }),
  },
});

export const getUseAsCsv = operatorRoute({
  method: 'GET',
  base,
  path: '/csv',
  about: 'The same as a file.',
  scope: 'read',
  query,
  answers: { 200: { contentType: 'text/csv', about: 'With a header.' } },
});
