const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** An accent without a letter is typed as a quote. NFKC would make it a blank with a combining mark. */
const loneAccents =
  /[\u00b4\u00a8\u00b8\u02dd\u1fbd\u1fbf-\u1fc1\u1fcd-\u1fcf\u1fdd-\u1fdf\u1fed-\u1fef\u1ffd\u1ffe]/g;

/** What a person sees: NFKC, without invisible characters. */
export function visible(text: string): string {
  return text.replace(loneAccents, "'").normalize('NFKC').replace(invisible, '');
}

/** A dash that joins parts of a code. The Japanese long vowel mark is one only where it follows no kana. */
const dash = String.raw`\p{Pd}\u2212\u02d7\u2043\u2500\u2501\u2796`;
const longVowel = String.raw`(?<![\p{Script=Hiragana}\p{Script=Katakana}\u30fc])\u30fc`;
const dot = String.raw`.\u00b7\u2022\u2219\u22c5\u2027\u30fb`;

/** One character between two parts of a code, other than a blank. */
export const joint = new RegExp(`(?:[${dash}${dot}\\p{Pc}/\\u2044\\u2215]|${longVowel})`, 'u');
export const separator = new RegExp(`(?:[\\s\\u2800\\u0085]|${joint.source})`, 'u');

/** Decimal digits of all scripts as ASCII. */
export function asciiDigits(text: string): string {
  return text.replace(/[^\P{Nd}0-9]/gu, (digit) => String(digitValue(digit)));
}

/** Unicode encodes the digits of a script in a row from 0 to 9. */
function digitValue(digit: string): number {
  const point = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(point - before - 1))) before++;
  return before % 10;
}
