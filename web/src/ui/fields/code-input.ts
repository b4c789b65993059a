import { maxTypedLength } from '@foyer/invitation-codes/code';
import type { ClipboardEvent } from 'react';

/** A code is not a word, a name or a password: the browser must not correct or remember it. */
export const codeInput = {
  size: 'md',
  autoComplete: 'off',
  autoCapitalize: 'none',
  autoCorrect: 'off',
  spellCheck: false,
  withAsterisk: false,
  maxLength: maxTypedLength,
  onPaste: pasteWithBlanks,
} as const;

/** A field drops line breaks without a trace: a code on a line of its own would be joined to its neighbours. */
function pasteWithBlanks(event: ClipboardEvent<HTMLInputElement>) {
  const text = event.clipboardData.getData('text');
  const field = event.currentTarget;
  if (!/[\r\n]/.test(text) || field.readOnly) return;
  event.preventDefault();
  const [start, end] = [field.selectionStart ?? 0, field.selectionEnd ?? 0];
  field.setRangeText(text.trim().replace(/\s+/g, ' ').slice(0, maxTypedLength), start, end, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
