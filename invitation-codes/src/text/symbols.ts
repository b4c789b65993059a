/** 13 symbols of 5 bits are 65 bits. */
export const generatedLength = 13;
/** 6 of 28 symbols are 28.8 bits: only for codes that live for a day. */
export const shortLength = 6;

/** Crockford base32. */
export const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
/** Consonants without L, and 2 to 9: no words, and nothing to confuse. */
export const shortAlphabet = '23456789bcdfghjkmnpqrstvwxyz';

const generatedForm = new RegExp(`^[${alphabet}]{${generatedLength}}$`);
const shortForm = new RegExp(`^[${shortAlphabet}]{${shortLength}}$`);

/** Letters of other scripts that look like a Latin one, in upper or lower case. */
const lookAlikes = new Map(
  Object.entries({
    а: 'a',
    в: 'b',
    с: 'c',
    ԁ: 'd',
    е: 'e',
    һ: 'h',
    н: 'h',
    і: 'i',
    ј: 'j',
    к: 'k',
    ӏ: 'l',
    м: 'm',
    о: 'o',
    р: 'p',
    ԛ: 'q',
    ѕ: 's',
    т: 't',
    ѵ: 'v',
    ԝ: 'w',
    х: 'x',
    у: 'y',
    ү: 'y',
    α: 'a',
    β: 'b',
    ε: 'e',
    η: 'h',
    ι: 'i',
    ϳ: 'j',
    κ: 'k',
    μ: 'm',
    ν: 'n',
    ο: 'o',
    ρ: 'p',
    τ: 't',
    υ: 'y',
    χ: 'x',
    ζ: 'z',
  }),
);
const lookAlike = new RegExp(`[${[...lookAlikes.keys()].join('')}]`, 'g');

/** The inside of a character class: what can stand for a symbol of a generated code, in both cases. */
export const symbolClass = bothCases(`${alphabet}oil${[...lookAlikes.keys()].join('')}`);

export function isGeneratedForm(plain: string): boolean {
  return generatedForm.test(plain);
}

export function isShortForm(plain: string): boolean {
  return shortForm.test(plain);
}

/** Letters as the symbols that they look like. `plain` is in lower case. */
export function asSymbols(plain: string): string {
  return plain
    .replace(lookAlike, (letter) => lookAlikes.get(letter) ?? letter)
    .replaceAll('o', '0')
    .replace(/[il]/g, '1');
}

/** The symbols of a generated or short code, without hyphens. Null when the text is not one. */
export function codeSymbols(plain: string): string | null {
  if (plain.length > 2 * generatedLength) return null;
  const symbols = asSymbols(plain.replaceAll('-', ''));
  return generatedForm.test(symbols) || shortForm.test(symbols) ? symbols : null;
}

function bothCases(letters: string): string {
  return letters + letters.toUpperCase();
}
