import * as z from 'zod';
import { maxTypedLength } from './code.ts';

/** A code as a person types it: a text of a bounded length, whatever else it is. */
export const typedCode = z.string().max(maxTypedLength, `at most ${maxTypedLength} characters are expected`);
