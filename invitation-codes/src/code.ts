// Pure rules about invitation codes: no clock, no randomness, no I/O. Server, commands and browser share this file.

/** A login code opens a guest session, a registration code creates a member's account. */
export type CodeKind = 'login' | 'registration';

/** `none`: the visitor brings no code. `unusable`: it works for nobody now. */
export type CodeState = 'none' | 'unusable' | CodeKind;

/** Whether an account may be created, and which code pays for it. */
export type Registration<Refusal> = { refusal: Refusal } | { spends: 'given' | 'default' | 'nothing' };

/** A guest entered with a code that somebody handed out, or with the default code that everybody has. */
export type GuestOf = 'given' | 'default';

/** The terms that decide whether a code works. Times are epoch milliseconds. */
export type CodeTerms = {
  kind: CodeKind;
  remaining: number;
  validFrom: number;
  /** Inclusive, as `validFrom` is. */
  validUntil: number;
  revokedAt: number | null;
};

/** In characters (code points). */
const maxCodeLength = 128;

/** In UTF-16 units. A longer text is refused without parsing. */
export const maxTypedLength = 1000;

/** 13 symbols of 5 bits are 65 bits. */
const generatedLength = 13;

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const generatedForm = new RegExp(`^[${alphabet}]{${generatedLength}}$`);

/**
 * The form in which codes are compared: two texts are the same code if and only if their canonical forms are equal.
 *
 * It is trimmed, NFKC, lower case, without invisible characters. A text of 13 Crockford base32 symbols loses its hyphens
 * (minus signs too) and spaces, and O, I and L become 0, 1 and 1. The function is idempotent. A text that is too long
 * has an empty form.
 *
 * @see https://www.crockford.com/base32.html
 * @example canonical(' SCHOOLTRIP-201 ') === canonical('schooltrip-2o1')
 */
export function canonical(text: string): string {
  // First of all: the time to normalize grows with the square of a run of combining marks.
  if (text.length > maxTypedLength) return '';
  // Lower-casing can leave a sequence that NFKC composes: a second pass is needed.
  const visible = text.normalize('NFKC').replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '');
  const plain = visible.toLowerCase().normalize('NFKC').trim();
  if (plain.length > maxTypedLength) return '';
  const folded = plain
    .replace(/[\s\p{Pd}\u2212]/gu, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1');
  return generatedForm.test(folded) ? folded : plain;
}

export function hasGeneratedForm(text: string): boolean {
  return generatedForm.test(canonical(text));
}

/** Why a text cannot be a code, as the end of a sentence ("is blank"). Null when it can be one. */
export function problemOfText(text: string): string | null {
  const tooLong = `is longer than ${maxCodeLength} characters`;
  if (text.length > maxTypedLength || [...text.trim()].length > maxCodeLength) return tooLong;
  if (canonical(text) === '') return 'is blank';
  return problemOfCharacters(text.trim());
}

/** Why the characters of a text cannot be shown on one line. Null when they can. */
export function problemOfCharacters(text: string): string | null {
  if (/\p{Cc}/u.test(text)) return 'contains control characters';
  // No database stores a lone surrogate.
  return text.isWellFormed() ? null : 'contains half a character';
}

/** A new code, as people see it: `7K3M-9QXA-2FV8B`. `random` must be cryptographically secure. */
export function generate(random: (bytes: number) => Uint8Array): string {
  const symbols = Array.from(random(generatedLength), (byte) => alphabet[byte & 31]).join('');
  return `${symbols.slice(0, 4)}-${symbols.slice(4, 8)}-${symbols.slice(8)}`.toUpperCase();
}

/** What a code opens at `now` (epoch milliseconds): `unusable` when it is revoked, used up, or outside its window. */
export function stateOf(code: CodeTerms, now: number): CodeKind | 'unusable' {
  const usable =
    code.revokedAt === null && code.remaining > 0 && code.validFrom <= now && now <= code.validUntil;
  return usable ? code.kind : 'unusable';
}
