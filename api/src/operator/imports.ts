import * as z from 'zod';
import { plainText, time } from '../fields.ts';
import { refusals } from '../route.ts';
import { next, operatorRoute } from './route.ts';

const base = '/api/operator/imports';

const ofOneImport = { 404: ['IMPORT_NOT_FOUND'] } as const;
const oneImport = { params: z.object({ id: plainText(100) }), unknown: 'IMPORT_NOT_FOUND' } as const;

export const importJob = z.strictObject({
  id: z.string(),
  name: z.string().meta({ description: 'Of the file' }),
  createdAt: time,
  state: z.enum(['uploading', 'reading', 'planned', 'writing', 'written', 'failed']).meta({
    description: 'failed: the file is no file of codes, or the server was stopped; nothing more is written',
  }),
  bytes: z.int().meta({ description: 'How much of the file has arrived' }),
  isRefused: z.boolean().meta({ description: 'Some rows are refused' }),
  progress: z
    .strictObject({ step: z.enum(['reading', 'comparing', 'writing']), rows: z.int(), fraction: z.number() })
    .nullable(),
  totals: z
    .strictObject({
      rows: z.int(),
      new: z.int(),
      changed: z.int(),
      unchanged: z.int(),
      refused: z.int(),
    })
    .nullable(),
  problem: z.string().nullable().meta({ description: 'Why it failed' }),
});

export const plannedRow = z.strictObject({
  row: z.int().meta({ description: 'Its number in the file, from 1' }),
  outcome: z.enum(['new', 'changed', 'refused']),
  code: z.string().nullable(),
  changes: z.array(
    z.strictObject({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() }),
  ),
  problems: z.array(z.strictObject({ field: z.string().nullable(), message: z.string() })),
});

/** Of one piece of a file, in bytes. A piece must arrive within 30 seconds, also on a slow line. */
export const maxPiece = 4_000_000;

export const createImport = operatorRoute({
  method: 'POST',
  base,
  path: '/',
  about: 'Begins the import of a file of codes, as `codes import` reads it. The file follows in pieces.',
  scope: 'codes',
  body: z.strictObject({
    name: plainText(500).meta({ description: 'The name of the file: its ending says the format' }),
    resetUsage: z.boolean().optional().meta({ description: 'As `--reset-usage`' }),
  }),
  answers: { 201: importJob },
  refuses: { 409: ['IMPORT_RUNNING'] },
});

export const sendPiece = operatorRoute({
  method: 'PUT',
  base,
  path: '/:id/file',
  about:
    'Takes the next piece of the file. A piece that is sent again is taken once. With the last piece the plan begins; nothing is written yet.',
  scope: 'codes',
  ...oneImport,
  query: z.object({
    from: z.coerce.number().int().min(0).meta({ description: 'How many bytes came before this piece' }),
    isLast: z.stringbool().optional(),
  }),
  upload: { contentType: 'application/octet-stream', about: 'At most 4 MB; the whole file at most 512 MB.' },
  answers: { 200: importJob },
  refuses: refusals(ofOneImport, { 409: ['IMPORT_RUNNING'] }),
});

export const listImports = operatorRoute({
  method: 'GET',
  base,
  path: '/',
  about: 'The imports of this server since its start, newest first.',
  scope: 'read',
  answers: { 200: z.strictObject({ imports: z.array(importJob) }) },
});

export const getImport = operatorRoute({
  method: 'GET',
  base,
  path: '/:id',
  about: 'How far an import is.',
  scope: 'read',
  ...oneImport,
  answers: { 200: importJob },
  refuses: ofOneImport,
});

export const listPlannedRows = operatorRoute({
  method: 'POST',
  base,
  path: '/:id/rows',
  about:
    'The plan: new, changed and refused rows in the order of the file. What is searched would be logged in an address.',
  scope: 'codes',
  ...oneImport,
  body: z.strictObject({
    after: plainText(500).optional(),
    limit: z.int().min(1).max(200).optional(),
    outcome: z.enum(['new', 'changed', 'refused']).optional(),
    search: plainText(200).optional().meta({ description: 'A part of the code, the label or a problem' }),
  }),
  isBodyOptional: true,
  answers: { 200: z.strictObject({ rows: z.array(plannedRow), next }) },
  refuses: ofOneImport,
});

export const runImport = operatorRoute({
  method: 'POST',
  base,
  path: '/:id/run',
  about: 'Writes the plan. It goes on when nobody watches. After a stop the same file completes it.',
  scope: 'codes',
  ...oneImport,
  body: z.strictObject({ skipRefused: z.boolean().optional() }),
  isBodyOptional: true,
  answers: { 200: importJob },
  refuses: refusals(ofOneImport, { 409: ['IMPORT_RUNNING', 'CHANGE_REFUSED'] }),
});

export const deleteImport = operatorRoute({
  method: 'DELETE',
  base,
  path: '/:id',
  about: 'Stops an import, or forgets one that has ended, and deletes its file. What is written stays.',
  scope: 'codes',
  ...oneImport,
  answers: { 204: null },
  refuses: ofOneImport,
});
