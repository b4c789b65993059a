import { AsyncLocalStorage } from 'node:async_hooks';

import type { Guessed } from './failed-attempts.ts';

/** Who asks: the address, what they bring, and whether such attempts from there have failed lately. */
export type Caller = { address: string; guessed: Guessed; hasFailed: boolean };

/** Tells who asks to work that Better Auth does in between, as hashing a password. */
export const caller = new AsyncLocalStorage<Caller>();
