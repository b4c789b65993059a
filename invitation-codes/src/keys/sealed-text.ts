import { openSealed, seal } from '../seal-bytes.ts';
import type { DataKey, DataKeys } from './data-keys.ts';

/** The column of a text: it cannot be opened as if it stood in another one. Its owner is not part of it, and may change. */
export type TextPlace = { table: string; row: string; column: string };

export type SealedText = { sealed: Uint8Array; keyId: string };

/** The owner's keys do not open this text. */
export class CannotOpen extends Error {
  constructor({ table, column }: TextPlace) {
    super(`a ${column} of ${table} cannot be opened with the keys of its owner`);
  }
}

/** Encrypts a text with the first of a person's keys. */
export function sealText([key]: DataKeys, text: string, place: TextPlace): SealedText {
  return { sealed: seal(key.key, text, associated(key, place)), keyId: key.id };
}

/** Decrypts a text. Throws `CannotOpen`. */
export function openText(keys: DataKeys, { sealed, keyId }: SealedText, place: TextPlace): string {
  const key = keys.find(({ id }) => id === keyId);
  const clear = key && openSealed(key.key, sealed, associated(key, place));
  if (!clear) throw new CannotOpen(place);
  return clear.toString('utf8');
}

function associated({ id }: DataKey, { table, row, column }: TextPlace): string {
  return `${table} ${row} ${column} ${id}`;
}
