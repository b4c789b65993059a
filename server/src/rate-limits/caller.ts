import { AsyncLocalStorage } from 'node:async_hooks';

import type { Guessed } from './failed-attempts.ts';

/** The address, what the request proves itself with, and whether such attempts from there failed recently. */
export type Caller = { address: string; guessed: Guessed; hasFailed: boolean };

/** Tells the caller to code inside Better Auth, such as password hashing. */
export const caller = new AsyncLocalStorage<Caller>();
