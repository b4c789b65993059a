import * as z from 'zod';
import { plainText, time } from '../fields.ts';
import { day } from './route.ts';

export const codeKind = z.enum(['login', 'registration']);

export const codeState = z.enum(['open', 'notYet', 'usedUp', 'ended', 'revoked']).meta({
  description: 'The first of these that is true: revoked, ended, usedUp, notYet. Else open',
});

/** A number of a form; the rules of codes say which numbers they take. */
export const count = z.int().min(1).max(Number.MAX_SAFE_INTEGER);

/** What a code opens; null: no limit, or the default. */
export const opened = {
  assistant: plainText(200).nullable(),
  messagesPerPerson: count.nullable(),
  messagesPerDay: count.nullable(),
  tokenBudget: count.nullable(),
  minutesPerPerson: count.nullable(),
  peopleAtOnce: count.nullable(),
  language: plainText(100).nullable(),
};

export const label = plainText(1000).nullable();

export const operatorCode = z.strictObject({
  id: z.string(),
  code: z.string().nullable().meta({ description: 'Null in lists, unless the sign-in is fresh' }),
  state: codeState,
  kind: codeKind,
  allowed: z.int(),
  remaining: z.int(),
  validFrom: time,
  validUntil: time,
  revokedAt: time.nullable(),
  label: z.string().nullable(),
  ...opened,
  batch: z.string().nullable(),
  createdAt: time,
  createdBy: z.string(),
  lastUsedAt: time
    .nullable()
    .meta({ description: 'Null before the first use, and where one use is allowed' }),
  version: z.string().meta({ description: 'Changes with the terms. `PATCH` sends it back' }),
});

/** Which codes. A missing field matches all. */
export const filterFields = {
  id: plainText(100).optional().meta({ description: 'One code' }),
  state: codeState.optional(),
  kind: codeKind.optional(),
  batch: plainText(100).optional(),
  label: plainText(1000).optional(),
  assistant: plainText(200).optional(),
  createdFrom: z.coerce.number().int().optional(),
  createdUntil: z.coerce.number().int().optional(),
  endsFrom: z.coerce.number().int().optional(),
  endsUntil: z.coerce.number().int().optional(),
};

export const codeFilter = z.strictObject(filterFields);

export const codeSort = z.enum(['newest', 'oldest', 'endsFirst', 'endsLast']);

export const search = plainText(1000)
  .optional()
  .meta({ description: 'The id of a batch, or a label, exactly. For the text of a code: `/find`' });

/** The number of redemptions, not of people: a guest who comes twice counts twice. */
const use = z.strictObject({
  entries: z.int(),
  converted: z.int(),
  peopleIn: z.int(),
  messages: z.int().nullable().meta({ description: 'Null where one use is allowed' }),
  tokens: z.int().nullable().meta({ description: 'Null where one use is allowed' }),
});

export const batchOnPages = z.strictObject({
  id: z.string(),
  label: z.string().nullable(),
  note: z.string().nullable().meta({ description: 'The own words on its cards' }),
  createdAt: time,
  createdBy: z.string(),
});

export const codeInFull = operatorCode.extend({
  code: z.string(),
  link: z.string(),
  batch: batchOnPages.nullable(),
  assistantName: z.string().nullable(),
  use,
  days: z
    .array(z.strictObject({ day, entries: z.int() }))
    .nullable()
    .meta({ description: 'Days with entries, of the last 90. Null where one use is allowed' }),
  latest: z
    .array(z.strictObject({ at: time, as: z.enum(['guest', 'member']), isConverted: z.boolean() }))
    .nullable()
    .meta({ description: 'The last 20 entries. Null where one use is allowed' }),
});

/** Codes by their ids, or all that match a filter. */
export const selection = z.union([
  z.strictObject({ ids: z.array(plainText(100)).min(1).max(1000) }),
  z.strictObject({ filter: codeFilter, search: search }),
]);
