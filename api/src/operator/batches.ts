import * as z from 'zod';
import { plainText } from '../fields.ts';
import { batchOnPages } from './code-shapes.ts';
import { few, next, operatorRoute, page } from './route.ts';

const base = '/api/operator/batches';

export const listBatches = operatorRoute({
  method: 'GET',
  base,
  path: '/',
  about: 'The batches, newest first.',
  scope: 'read',
  query: z.object(page),
  answers: {
    200: z.strictObject({ batches: z.array(batchOnPages.extend({ codes: z.int() })), next }),
  },
});

export const getBatch = operatorRoute({
  method: 'GET',
  base,
  path: '/:id',
  about: 'A batch and the sums of its codes.',
  scope: 'read',
  params: z.object({ id: plainText(100) }),
  unknown: 'BATCH_NOT_FOUND',
  answers: {
    200: batchOnPages.extend({
      codes: z.int(),
      allowed: z.int(),
      remaining: z.int(),
      entries: few,
      converted: few,
      peopleIn: few,
      messages: z.int().nullable(),
      tokens: z.int().nullable().meta({ description: 'Null where fewer than five entered' }),
    }),
  },
  refuses: { 404: ['BATCH_NOT_FOUND'] },
});
