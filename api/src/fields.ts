import { operatorRefusals, refusals as sentences } from '@foyer/policy';
import * as z from 'zod';
import { normalEmail } from './email.ts';

/**
 * A user's text: no NUL, which PostgreSQL cannot store, and no lone surrogates.
 * @param max UTF-16 units; longer texts are refused unread
 */
export function plainText(max: number) {
  return z
    .string()
    .max(max, { error: `at most ${max} characters are expected`, abort: true })
    .refine((text) => !/[\0\p{Cs}]/u.test(text), 'contains characters that cannot be stored');
}

/**
 * A text that is not empty after trimming.
 * @param max characters (Unicode code points)
 */
export function filledText(max: number, what: string) {
  return plainText(Math.max(1000, 2 * max))
    .trim()
    .min(1, `${what} is expected`)
    .refine((text) => [...text].length <= max, `at most ${max} characters are expected`);
}

/** A message, or its draft: twice the highest MESSAGE_CHARACTERS, because a character has up to two UTF-16 units. */
export const messageText = plainText(200_000);

/** In its normal form. The server checks elsewhere whether it can be a user's. */
export const email = plainText(254).transform(normalEmail);

/** An id that the client creates. */
export const clientId = z.uuid('a UUID is expected');

export const time = z.int().meta({ description: 'Epoch milliseconds' });

/** A time that is given: from 1970 to the end of 9999. Later ones have no date in every program. */
export const givenTime = z.int().min(0).max(253_402_300_799_999).meta({ description: 'Epoch milliseconds' });

export const isoTime = z.iso.datetime();

export const refused = z.strictObject({
  code: z.enum([
    ...(Object.keys(sentences) as (keyof typeof sentences)[]),
    ...(Object.keys(operatorRefusals) as (keyof typeof operatorRefusals)[]),
  ]),
  message: z.string(),
});

export const failed = z.strictObject({
  code: z.literal('INTERNAL_ERROR'),
  message: z.string(),
  requestId: z.string(),
});

export const nothing = z.strictObject({});
