import * as z from 'zod';

/** A code as a person types it. A text longer than `maxTypedLength` gets the answer for an invalid code, unparsed. */
export const typedCode = z.string().max(100_000);

const attemptId = z
  .string()
  .regex(/^[0-9a-f]{32}$/i, '32 hexadecimal digits are expected')
  .optional();

export const guestEntry = z.union(
  [z.strictObject({ code: typedCode, attemptId }), z.strictObject({ default: z.literal(true), attemptId })],
  'code: either { code } or { default: true } is expected, and an attemptId of 32 hexadecimal digits may be',
);

export const guestExit = z.strictObject({ guest: z.string().regex(/^[\w-]{1,64}$/, 'an id is expected') });
