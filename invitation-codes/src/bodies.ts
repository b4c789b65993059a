import * as z from 'zod';

/**
 * A code as a person types it: a text, as long as a body may be. One that is longer than `maxTypedLength` is refused
 * unread, with the answer of every code that does not work.
 */
export const typedCode = z.string().max(100_000);

const attemptId = z
  .string()
  .regex(/^[0-9a-f]{32}$/i, '32 hexadecimal digits are expected')
  .optional();

/** How somebody enters as a guest: by a code, or by the default one. */
export const guestEntry = z.union(
  [z.strictObject({ code: typedCode, attemptId }), z.strictObject({ default: z.literal(true), attemptId })],
  'code: either { code } or { default: true } is expected, and an attemptId of 32 hexadecimal digits may be',
);

/** Which guest is erased. */
export const guestExit = z.strictObject({ guest: z.string().regex(/^[\w-]{1,64}$/, 'an id is expected') });

/** What should happen to a guest's chats when the guest logs in to an account that exists. There is no default. */
export const guestChats = z.enum(['move', 'erase'], "'move' or 'erase' is expected");
export type GuestChats = z.infer<typeof guestChats>;
