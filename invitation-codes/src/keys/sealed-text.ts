import type { DataKey, DataKeys } from './data-keys.ts';
import { openSealed, seal } from './seal-bytes.ts';

/** Where a text is kept: it cannot be opened as if it stood elsewhere. Neither its person nor its position is part of it: both may change. */
export type TextPlace = { table: string; row: string; column: string };

/** A text as it is kept: sealed, with the id of the key. */
export type SealedText = { sealed: Uint8Array; keyId: string };

/** A sealed text that cannot be opened with the keys of its person. */
export class CannotOpen extends Error {
  constructor({ table, column }: TextPlace) {
    super(`a ${column} of ${table} cannot be opened with the keys of its person`);
  }
}

/** Seals a text under the first of a person's keys. */
export function sealText([key]: DataKeys, text: string, place: TextPlace): SealedText {
  return { sealed: seal(key.key, text, associated(key, place)), keyId: key.id };
}

/** The text that was sealed. Throws `CannotOpen`. */
export function openText(keys: DataKeys, { sealed, keyId }: SealedText, place: TextPlace): string {
  const key = keys.find(({ id }) => id === keyId);
  const clear = key && openSealed(key.key, sealed, associated(key, place));
  if (!clear) throw new CannotOpen(place);
  return clear.toString('utf8');
}

function associated({ id }: DataKey, { table, row, column }: TextPlace): string {
  return `${table} ${row} ${column} ${id}`;
}
