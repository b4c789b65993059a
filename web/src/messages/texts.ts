// The texts that people read, in the language of the pages. Each area is loaded with the pages that use it.
export * from './en.ts';

/** The type of the texts in every language. */
export type Messages = typeof import('./en.ts');
