import * as z from 'zod';

/**
 * A code as a person types it: a text, as long as a body may be. One that is longer than `maxTypedLength` is refused
 * unread, with the answer of every code that does not work.
 */
export const typedCode = z.string().max(100_000);
