import * as z from 'zod';
import { givenTime, plainText, time } from '../fields.ts';

import { refusals } from '../route.ts';
import {
  codeInFull,
  codeKind,
  codeSort,
  count,
  filterFields,
  label,
  opened,
  operatorCode,
  search,
  selection,
} from './code-shapes.ts';
import { next, operatorRoute, page } from './route.ts';

const base = '/api/operator/codes';

export const listCodes = operatorRoute({
  method: 'GET',
  base,
  path: '/',
  about:
    'A page of the codes. A request looks at 5,000 codes at most: a page may have fewer codes than `limit`, or none, and go on with `next`.',
  scope: 'read',
  query: z.object({ ...filterFields, ...page, search, sort: codeSort.optional() }),
  answers: { 200: z.strictObject({ codes: z.array(operatorCode), next }) },
});

export const findCode = operatorRoute({
  method: 'POST',
  base,
  path: '/find',
  about: 'The id of the code with this text, in any spelling. A text in an address would be logged.',
  scope: 'read',
  body: z.strictObject({ text: plainText(1000) }),
  answers: { 200: z.strictObject({ id: z.string().nullable() }) },
});

export const sumCodes = operatorRoute({
  method: 'GET',
  base,
  path: '/sums',
  about: 'How many codes match, by state, and how many uses they have left.',
  scope: 'read',
  query: z.object({ ...filterFields, search }),
  answers: {
    200: z.strictObject({
      codes: z.int(),
      open: z.int(),
      allowed: z.int(),
      remaining: z.int().meta({ description: 'Of the open codes' }),
    }),
  },
});

const ofOneCode = { 404: ['CODE_NOT_FOUND'] } as const;
const inCode = z.object({ id: plainText(100) });
const oneCode = { params: inCode, unknown: 'CODE_NOT_FOUND' } as const;

export const getCode = operatorRoute({
  method: 'GET',
  base,
  path: '/:id',
  about: 'A code with its text, its link, and what it brought. It names nobody.',
  scope: 'read',
  ...oneCode,
  answers: { 200: codeInFull },
  refuses: ofOneCode,
});

const termsOfNew = {
  kind: codeKind,
  allowed: count.optional().meta({ description: 'For each code; default: 1' }),
  validFrom: givenTime.optional().meta({ description: 'Default: now' }),
  validUntil: givenTime.optional().meta({ description: 'Default: 30 days later; of a short code, 24 hours' }),
  label: label.optional(),
  note: plainText(1000).nullable().optional(),
};

export const maxMade = 10_000;

export const createCodes = operatorRoute({
  method: 'POST',
  base,
  path: '/',
  about: 'Makes one code, or many generated ones, as a batch: all or none.',
  scope: 'codes',
  body: z.strictObject({
    ...termsOfNew,
    ...z.strictObject(opened).partial().shape,
    code: plainText(1000).optional().meta({ description: 'Its text; default: generated' }),
    count: z.int().min(1).max(maxMade).optional().meta({ description: 'Default: 1' }),
    isShort: z.boolean().optional().meta({ description: 'Six symbols, to type from a screen' }),
  }),
  answers: {
    201: z.strictObject({
      batch: z.string(),
      codes: z.array(z.strictObject({ id: z.string(), code: z.string(), link: z.string() })),
    }),
  },
  refuses: { 409: ['CODE_EXISTS'] },
});

export const changeCode = operatorRoute({
  method: 'PATCH',
  base,
  path: '/:id',
  about: 'Changes the terms of a code. They hold at once, also for people who are in. Spent uses stay spent.',
  scope: 'codes',
  ...oneCode,
  body: z.strictObject({
    version: plainText(100),
    allowed: count.optional(),
    validFrom: givenTime.optional(),
    validUntil: givenTime.optional(),
    label: label.optional(),
    ...z.strictObject(opened).partial().shape,
  }),
  answers: { 200: codeInFull },
  refuses: refusals(ofOneCode, { 409: ['CHANGED_MEANWHILE'] }),
});

export const revokeCode = operatorRoute({
  method: 'POST',
  base,
  path: '/:id/revoke',
  about: 'Stops a code from working. People who entered with it stay.',
  scope: 'codes',
  ...oneCode,
  answers: { 200: codeInFull },
  refuses: ofOneCode,
});

export const restoreCode = operatorRoute({
  method: 'POST',
  base,
  path: '/:id/restore',
  about: 'Un-revokes a code.',
  scope: 'codes',
  ...oneCode,
  answers: { 200: codeInFull },
  refuses: ofOneCode,
});

export const changeCodes = operatorRoute({
  method: 'POST',
  base,
  path: '/changes',
  about:
    'Changes many codes. With `isDryRun` it only says how many. A code that refuses the change refuses it for all.',
  scope: 'codes',
  body: z.strictObject({
    selection,
    change: z.discriminatedUnion('act', [
      z.strictObject({ act: z.literal('revoke') }),
      z.strictObject({
        act: z.literal('restore'),
        revokedAt: time.optional().meta({ description: 'Only codes that were revoked at this time: undo' }),
      }),
      z.strictObject({ act: z.literal('extend'), validUntil: givenTime }),
      z.strictObject({ act: z.literal('relabel'), label }),
    ]),
    isDryRun: z.boolean().optional(),
  }),
  answers: {
    200: z.strictObject({
      codes: z.int().meta({ description: 'How many codes it touches' }),
      revokedAt: time.nullable().meta({ description: 'Of a revocation: what undoes it' }),
    }),
  },
  refuses: { 404: ['BATCH_NOT_FOUND'], 409: ['CHANGE_REFUSED'] },
});

export const exportCodes = operatorRoute({
  method: 'POST',
  base,
  path: '/export',
  about: 'A file with the codes, for a spreadsheet or an import. It is streamed.',
  scope: 'codes',
  isFresh: true,
  body: z.strictObject({ selection, format: z.enum(['csv', 'jsonl']) }),
  answers: { 200: { contentType: 'text/csv', about: 'Or `application/jsonl`.' } },
});

export const printCards = operatorRoute({
  method: 'POST',
  base,
  path: '/cards',
  about: 'The cards of up to 10,000 codes, as in `codes print`.',
  scope: 'codes',
  isFresh: true,
  body: z.strictObject({ selection, form: z.enum(['sheets', 'single']) }),
  answers: { 200: { contentType: 'application/pdf', about: 'Ten cards an A4 page, or one large.' } },
  refuses: { 404: ['CODE_NOT_FOUND'] },
});

export const linkRoom = operatorRoute({
  method: 'POST',
  base,
  path: '/:id/room',
  about: 'The address of the room screen for a person without an account. It works until the code ends.',
  scope: 'codes',
  ...oneCode,
  answers: { 200: z.strictObject({ link: z.string() }) },
  refuses: ofOneCode,
});

export const makeOptions = operatorRoute({
  method: 'GET',
  base,
  path: '/options',
  about: 'What a form for codes needs: assistants, languages, labels, and the example of a card.',
  scope: 'read',
  answers: {
    200: z.strictObject({
      assistants: z.array(z.strictObject({ id: z.string(), name: z.string() })),
      labels: z.array(z.string()).meta({ description: 'Of the last 100 batches' }),
      timeZone: z.string(),
      publicUrl: z.string(),
      isPublic: z.boolean().meta({ description: 'False: nobody else can open the address' }),
    }),
  },
});
