/** Draws a part of a sentence in its own way, as a link or a button. */
export type Slot<T> = (text: string) => T;

/** A sentence with parts that are drawn in their own way. */
export type Rich<T> = (string | T)[];
