import { refusals as sentences } from '@foyer/policy';
import * as z from 'zod';

/**
 * A text of a person: any characters but NUL, which PostgreSQL cannot store, and lone surrogates, which nothing can.
 *
 * @param max how many UTF-16 units it may have: a longer one is refused unread
 */
export function plainText(max: number) {
  return z
    .string()
    .max(max, { error: `at most ${max} characters are expected`, abort: true })
    .refine((text) => !/[\0\p{Cs}]/u.test(text), 'contains characters that cannot be stored');
}

/**
 * A text that is not empty when the blanks around it are taken away.
 *
 * @param max how many characters (Unicode code points) it may have
 */
export function filledText(max: number, what: string) {
  return plainText(Math.max(1000, 2 * max))
    .trim()
    .min(1, `${what} is expected`)
    .refine((text) => [...text].length <= max, `at most ${max} characters are expected`);
}

/** An email address, in lower case; whether it can be somebody's is asked elsewhere. */
export const email = plainText(254).transform((text) => text.trim().toLowerCase());

/** An email address as it is answered. */
export const knownEmail = z.string();

/** An id that the client makes. */
export const clientId = z.uuid('a UUID is expected');

/** Epoch milliseconds. */
export const time = z.int().meta({ description: 'Epoch milliseconds' });

/** ISO 8601. */
export const isoTime = z.iso.datetime();

/** The answer of every refusal. */
export const refused = z.strictObject({
  code: z.enum(Object.keys(sentences) as [keyof typeof sentences]),
  message: z.string(),
});

/** The answer to a fault of the server. */
export const failed = z.strictObject({
  code: z.literal('INTERNAL_ERROR'),
  message: z.string(),
  requestId: z.string(),
});

/** Nothing but `{}`. */
export const nothing = z.strictObject({});
