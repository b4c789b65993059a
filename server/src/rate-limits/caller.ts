import { AsyncLocalStorage } from 'node:async_hooks';

/** Who asks: the address, and whether attempts from there have failed lately. */
export type Caller = { address: string; hasFailed: boolean };

/** Tells who asks to work that Better Auth does in between, as hashing a password. */
export const caller = new AsyncLocalStorage<Caller>();
