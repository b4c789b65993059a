// Pure rules about invitation codes: no clock, no randomness, no I/O. Server, commands and browser share this file.

import { canonical, maxTypedLength } from './text/canonical.ts';
import { readTyped } from './text/read-typed.ts';
import { asSymbols, isGeneratedForm, isShortForm, shortAlphabet } from './text/symbols.ts';

export { canonical, maxTypedLength } from './text/canonical.ts';
export { format as formatCode, generate, generateShortCode, shortSymbols } from './text/generate.ts';
export { codesInLinks, namesCode } from './text/link.ts';
export { looksCutShort, readTyped } from './text/read-typed.ts';

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

/** True when the code in a typed text is one that only `generate` can have made. */
export function hasGeneratedForm(typed: string): boolean {
  return isGeneratedForm(canonical(readTyped(typed)));
}

/** True for a short code with its hyphen, like K7M-4PQ. False for six symbols without one: these may be own words. */
export function isShortCode(text: string): boolean {
  return /^\s*\S{3}-\S{3}\s*$/.test(text) && hasShortForm(text);
}

/** True for a typed code of six symbols. */
export function hasShortForm(typed: string): boolean {
  return isShortForm(canonical(readTyped(typed)));
}

/** Why a text cannot be a code, as the end of a sentence ("is blank"). Null when it can be one. */
export function problemOfText(text: string): string | null {
  const tooLong = `is longer than ${maxCodeLength} characters`;
  if (text.length > maxTypedLength || [...text.trim()].length > maxCodeLength) return tooLong;
  if (canonical(text) === '') return 'is blank';
  return problemOfCharacters(text.trim());
}

/** `problemOfText` of the code in a text that a person typed or pasted. */
export function problemOfTyped(typed: string): string | null {
  return problemOfText(readTyped(typed));
}

/** The symbols of the short alphabet in a typed text, without hyphens. Null unless there are exactly `length`. */
export function symbolsIn(typed: string, length: number): string | null {
  const symbols = asSymbols(canonical(typed).replaceAll('-', ''));
  const isCode = symbols.length === length && [...symbols].every((symbol) => shortAlphabet.includes(symbol));
  return isCode ? symbols : null;
}

/** Why the characters of a text cannot be shown on one line. Null when they can. */
export function problemOfCharacters(text: string): string | null {
  if (/\p{Cc}/u.test(text)) return 'contains control characters';
  // No database stores a lone surrogate.
  return text.isWellFormed() ? null : 'contains half a character';
}

/** What a code opens at `now` (epoch milliseconds): `unusable` when it is revoked, used up, or outside its window. */
export function stateOf(code: CodeTerms, now: number): CodeKind | 'unusable' {
  const usable =
    code.revokedAt === null && code.remaining > 0 && code.validFrom <= now && now <= code.validUntil;
  return usable ? code.kind : 'unusable';
}
