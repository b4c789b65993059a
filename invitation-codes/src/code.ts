/**
 * What an invitation code is, as pure rules: no clock, no randomness, no I/O.
 * The server, the commands and the browser all use this one file.
 */

/** What a code opens: a guest session, or the creation of a member's account. */
export type CodeKind = 'login' | 'registration';

/** The terms that decide whether a code admits somebody. Times are epoch milliseconds. */
export type CodeTerms = {
  kind: CodeKind;
  /** Uses left, 0 or more. */
  remaining: number;
  /** First moment at which the code admits. */
  validFrom: number;
  /** Last moment at which the code admits. */
  validUntil: number;
  /** When it was revoked, or null. */
  revokedAt: number | null;
};

/** The most characters that a code's text may have. */
export const maxCodeLength = 128;

/** The most UTF-16 units of a text in which a code is looked for. A longer text is refused unread. */
export const maxTypedLength = 1000;

/** How many symbols a generated code has: 13 of 5 bits are 65 bits. */
export const generatedLength = 13;

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const generatedForm = new RegExp(`^[${alphabet}]{${generatedLength}}$`);

/**
 * The one form in which codes are compared: two texts are the same code iff their canonical forms are equal.
 *
 * Trimmed, NFKC, lower case, without characters that nobody sees. A text that is 13 Crockford base32 symbols, once hyphens (the minus sign too) and spaces are dropped and
 * O, I and L are read as 0, 1 and 1, is taken in that form. Applying it twice changes nothing. A text that is too long
 * to be a code has an empty form.
 *
 * @see https://www.crockford.com/base32.html
 * @example canonical(' SCHOOLTRIP-201 ') === canonical('schooltrip-2o1')
 */
export function canonical(text: string): string {
  // Before any work: normalizing takes time that grows with the square of a run of combining marks.
  if (text.length > maxTypedLength) return '';
  // Lower-casing can leave a sequence that NFKC composes, hence the second pass.
  const visible = text.normalize('NFKC').replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '');
  const plain = visible.toLowerCase().normalize('NFKC').trim();
  if (plain.length > maxTypedLength) return '';
  const folded = plain
    .replace(/[\s\p{Pd}\u2212]/gu, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1');
  return generatedForm.test(folded) ? folded : plain;
}

/** Whether a text has the form of a generated code, in any of its spellings. */
export function hasGeneratedForm(text: string): boolean {
  return generatedForm.test(canonical(text));
}

/** Why a text cannot be a code, as the end of a sentence ("it is blank"), or null when it can. */
export function problemOfText(text: string): string | null {
  const tooLong = `is longer than ${maxCodeLength} characters`;
  if (text.length > maxTypedLength || [...text.trim()].length > maxCodeLength) return tooLong;
  if (canonical(text) === '') return 'is blank';
  return problemOfCharacters(text.trim());
}

/** What is wrong with the characters of a text that is shown on one line, or null. */
export function problemOfCharacters(text: string): string | null {
  if (/\p{Cc}/u.test(text)) return 'contains control characters';
  // A lone surrogate: no database stores it.
  return text.isWellFormed() ? null : 'contains half a character';
}

/**
 * A new code in its shown form, three groups of Crockford base32: `7K3M-9QXA-2FV8B`.
 *
 * @param random gives that many bytes of a cryptographically secure source
 */
export function generate(random: (bytes: number) => Uint8Array): string {
  const symbols = Array.from(random(generatedLength), (byte) => alphabet[byte & 31]).join('');
  return `${symbols.slice(0, 4)}-${symbols.slice(4, 8)}-${symbols.slice(8)}`.toUpperCase();
}

/**
 * What a code opens at this moment; `unusable` when it is revoked, used up or outside its window
 * (both ends of the window belong to it).
 *
 * @param now epoch milliseconds
 */
export function stateOf(code: CodeTerms, now: number): CodeKind | 'unusable' {
  const usable =
    code.revokedAt === null && code.remaining > 0 && code.validFrom <= now && now <= code.validUntil;
  return usable ? code.kind : 'unusable';
}
