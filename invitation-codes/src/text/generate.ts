import { alphabet, generatedLength, shortAlphabet, shortLength } from './symbols.ts';

/** Cryptographically secure random bytes. */
export type Random = (bytes: number) => Uint8Array;

/** A new code, as people see it: `7K3M-9QXA-2FV8B`. */
export function generate(random: Random): string {
  return format(Array.from(random(generatedLength), (byte) => alphabet[byte & 31]).join(''));
}

/** A new short code, as people see it: `K7M-4PQ`. It can be guessed unless it lives for a day at most. */
export function generateShortCode(random: Random): string {
  return format(shortSymbols(shortLength, random));
}

/** Random symbols of the short alphabet. */
export function shortSymbols(length: number, random: Random): string {
  // Larger bytes are dropped: with them some symbols would be drawn more often than others.
  const limit = 256 - (256 % shortAlphabet.length);
  let symbols = '';
  while (symbols.length < length)
    for (const byte of random(length - symbols.length))
      if (byte < limit) symbols += shortAlphabet[byte % shortAlphabet.length];
  return symbols;
}

/** Symbols in groups and capitals, as people read and type them. */
export function format(symbols: string): string {
  const groups = symbols.length === generatedLength ? [4, 8] : [symbols.length / 2];
  const cuts = [0, ...groups, symbols.length];
  return cuts
    .slice(1)
    .map((cut, index) => symbols.slice(cuts[index], cut))
    .join('-')
    .toUpperCase();
}
