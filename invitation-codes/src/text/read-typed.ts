import { canonical, maxTypedLength } from './canonical.ts';
import { codesInLinks } from './link.ts';
import { asSymbols, generatedLength, symbolClass } from './symbols.ts';
import { asciiDigits, joint, visible } from './visible.ts';

const symbol = `[${symbolClass}]`;
const wordSign = String.raw`[\p{L}\p{N}\p{M}]`;
const hyphen = String.raw`[\p{Pd}\p{Pc}\u2212\u00b7]`;
const generated = new RegExp(
  `(?<!${wordSign}|${wordSign}${hyphen})` +
    `(?:${symbol}{4}${joint.source}${symbol}{4}${joint.source}${symbol}{5}|${symbol}{${generatedLength}})` +
    `(?!${wordSign}|${hyphen}${wordSign})`,
  'gu',
);

/**
 * Finds the code in what a person typed or pasted: the code of a link; or, in a longer text, the only generated code;
 * otherwise the text itself, on one line. A text that is longer than `maxTypedLength` is returned unread.
 */
export function readTyped(text: string): string {
  if (text.length > maxTypedLength) return text;
  const linked = codesInLinks(text);
  const given = linked.length > 0 ? onlyOne(linked) : text;
  if (given === null) return onOneLine(text);
  return onlyOne(generatedIn(given)) ?? onOneLine(given);
}

/**
 * True when a code that was refused looks like the beginning of a generated code, like `7K3M-9QXA-`. This is a guess
 * from the text alone: a code of somebody's own words may have the same form.
 */
export function looksCutShort(text: string): boolean {
  const code = readTyped(text);
  const plain = canonical(code);
  const symbols = asSymbols(plain) + (/[\p{Pd}\u2212]$/u.test(code) ? '-' : '');
  if (/^[^-]{7,12}$/.test(symbols)) return isInAlphabet(symbols) && /[0-9]\p{L}+[0-9]/u.test(plain);
  const isBeginning = /^(?:.{4}-(?:.{0,4}|.{4}-.{0,4})|.{3}-.{0,2})$/.test(symbols);
  return isBeginning && isInAlphabet(symbols) && /[0-9]\p{L}|\p{L}[0-9]/u.test(plain);
}

function isInAlphabet(symbols: string): boolean {
  return /^[0-9a-hjkmnp-tv-z-]+$/.test(symbols);
}

function generatedIn(text: string): string[] {
  const found = asciiDigits(visible(text)).match(generated) ?? [];
  return found.filter(isNoWordOrNumber);
}

/** A word in small letters, the first word of a sentence, and a telephone number can have 13 symbols too. */
function isNoWordOrNumber(code: string): boolean {
  return /\p{L}/u.test(code) && /[0-9]|\p{Lu}.*\p{Lu}/u.test(code);
}

function onOneLine(text: string): string {
  return text.replace(/[\s\u0085]+/gu, ' ').trim();
}

/** The code, when all of them are the same one. */
function onlyOne(codes: string[]): string | null {
  const [code] = codes;
  if (code === undefined) return null;
  const form = canonical(code);
  return codes.every((each) => canonical(each) === form) ? code : null;
}
