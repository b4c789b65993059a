import { validator } from 'hono/validator';
import * as z from 'zod';
import { refuse } from './errors.ts';

/**
 * A text of a person: any characters but NUL, which PostgreSQL cannot store, and lone surrogates, which nothing can.
 *
 * @param most how many UTF-16 units it may have: a longer one is refused unread
 */
export function plainText(most: number) {
  return z
    .string()
    .max(most, { error: `at most ${most} characters are expected`, abort: true })
    .refine((text) => !/[\0\p{Cs}]/u.test(text), 'contains characters that cannot be stored');
}

/** An e-mail address, in lower case; whether it can be somebody's is asked elsewhere. */
export const email = plainText(254).transform((text) => text.trim().toLowerCase());

/** An id that the client makes. */
export const clientId = z.uuid('a UUID is expected');

/** The JSON body of a request, which must be of this form and have no other field; a refusal names the field. */
export function body<Schema extends z.ZodObject>(schema: Schema) {
  return bodyAsIs(schema.strict() as Schema);
}

/** The same for a request that may come without a body: that is an empty one. */
export function optionalBody<Schema extends z.ZodObject>(schema: Schema) {
  return bodyAsIs(schema.strict() as Schema, { mayBeMissing: true });
}

/** The JSON body of a request, of this form; what becomes of other fields is the schema's matter. */
export function bodyAsIs<Schema extends z.ZodType>(schema: Schema, { mayBeMissing = false } = {}) {
  return validator('json', (value: unknown, c) => {
    const isMissing = mayBeMissing && c.req.header('content-type') === undefined;
    if (!isMissing && !/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')) {
      return refuse(c, 415, 'INVALID_INPUT', 'Content-Type: application/json is expected');
    }
    const result = schema.safeParse(value);
    if (result.success) return result.data as z.output<Schema>;
    return refuse(c, 400, 'INVALID_INPUT', problemOf(result.error));
  });
}

/** The first thing wrong with an input, with the field that it is wrong with. */
export function problemOf({ issues: [first] }: z.ZodError): string {
  if (!first) return 'the request is not of the expected form';
  const field = first.path.join('.');
  return field === '' ? first.message : `${field}: ${first.message}`;
}
