import { codesInLinks, maxTypedLength } from '@foyer/invitation-codes/code';

/** What goes into the field instead of a pasted text. */
export type PastedCode = {
  text: string;
  /** Takes the place of what stands there. */
  isWhole: boolean;
};

/** The code of a pasted link, or several lines as one; null for a text that the browser can paste itself. */
export function codeInPaste(pasted: string): PastedCode | null {
  if (pasted.length > maxTypedLength) return null;
  const [code] = codesInLinks(pasted);
  if (code !== undefined) return { text: code, isWhole: true };
  // A field drops line breaks without a trace: a code on a line of its own would be joined to its neighbours.
  return /[\r\n]/.test(pasted) ? { text: pasted.trim().replace(/\s+/g, ' '), isWhole: false } : null;
}
