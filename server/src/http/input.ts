import { validator } from 'hono/validator';
import type * as z from 'zod';
import { refuse } from './errors.ts';

/** A refusal names the field. `mayBeMissing`: treat a missing body as `{}`. */
export function bodyOf<Schema extends z.ZodType>(
  schema: Schema,
  { mayBeMissing = false }: { mayBeMissing?: boolean | undefined } = {},
) {
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

export function problemOf({ issues: [first] }: z.ZodError): string {
  if (!first) return 'the request is not of the expected form';
  const field = first.path.join('.');
  return field === '' ? first.message : `${field}: ${sentenceOf(first)}`;
}

/** zod's own sentence for a field of another type is about values of JavaScript. */
function sentenceOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_type') return issue.message;
  return issue.message.endsWith('received undefined') ? 'is missing' : `a ${issue.expected} is expected`;
}
