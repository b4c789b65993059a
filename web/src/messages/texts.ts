// The texts that people read, in the language of the pages. Each area is loaded with the pages that use it.
export * from './en.ts';

/** The shape that a catalogue of another language has to fill. */
export type Messages = typeof import('./en.ts');
