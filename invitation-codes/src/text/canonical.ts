import { codeSymbols } from './symbols.ts';
import { asciiDigits, separator, visible } from './visible.ts';

/** In UTF-16 units. A longer text is refused without parsing. */
export const maxTypedLength = 1000;

/**
 * The form in which codes are compared: two texts are the same code if and only if their canonical forms are equal.
 *
 * Invisible characters, and punctuation at both ends, are dropped. Digits become ASCII, letters lower case, a run of
 * separators one hyphen. A text of 13 Crockford base32 symbols loses its hyphens, and O, I and L become 0, 1 and 1; so
 * does a text of 6 symbols of the short alphabet. The function is idempotent. A text that is too long has an empty form.
 *
 * @see https://www.crockford.com/base32.html
 * @example canonical(' “SCHOOLTRIP–201” ') === canonical('schooltrip-2o1')
 */
export function canonical(text: string): string {
  // First of all: the time to normalize grows with the square of a run of combining marks.
  if (text.length > maxTypedLength) return '';
  let plain = text;
  for (let passes = 0; passes < maxPasses && !isFolded.test(plain); passes++) {
    const again = folded(plain);
    if (again === plain) break;
    // Dropping characters can leave a sequence that folds again.
    plain = again;
  }
  return plain.length > maxTypedLength ? '' : (codeSymbols(plain) ?? plain);
}

/** A bound, so that no text can keep the loop running. No text was seen to need more than three passes. */
const maxPasses = 8;
/** No pass changes such a text: it would only cost time. */
const isFolded = /^[0-9a-z]+(?:-[0-9a-z]+)*$/;

const separators = new RegExp(`${separator.source}+`, 'gu');
/** Quotes that are no punctuation in Unicode, and the signs that mail and Markdown put around a text. */
const edge = String.raw`\p{P}\s<>\u0060^~|=\u00a8\u00b4\u02b9-\u02bf\u02c8\u02ca\u02cb\u02ee`;
const betweenEdges = new RegExp(`[^${edge}](?:.*[^${edge}])?`, 'su');

function folded(text: string): string {
  const lower = asciiDigits(visible(text))
    .toLowerCase()
    // Turkish: the dotless i, and the dot that lower-casing İ leaves behind. Greek: a sigma at the end of a word.
    .replace(/ı|i\u0307+|ς/g, (letter) => (letter === 'ς' ? 'σ' : 'i'));
  return lower.replace(separators, '-').match(betweenEdges)?.[0] ?? '';
}
