import { maxTypedLength } from './canonical.ts';
import { alphabet, generatedLength } from './symbols.ts';

const generatedForm = new RegExp(`^[${alphabet}]{${generatedLength}}$`);

/**
 * The canonical form of version 0.1. Two codes that have become one keep their digests of this form; nothing else needs
 * it.
 */
export function formerCanonical(text: string): string {
  if (text.length > maxTypedLength) return '';
  const visible = text.normalize('NFKC').replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '');
  const plain = visible.toLowerCase().normalize('NFKC').trim();
  if (plain.length > maxTypedLength) return '';
  const folded = plain
    .replace(/[\s\p{Pd}\u2212]/gu, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1');
  return generatedForm.test(folded) ? folded : plain;
}
