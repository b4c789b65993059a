import { maxTypedLength } from '@foyer/invitation-codes/code';
import {
  type ChangeEvent,
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useLayoutEffect,
  useRef,
} from 'react';
import * as t from '../../messages/texts.ts';
import styles from './CodeField.module.css';
import { afterEdit, caretIn, show } from './group-code.ts';
import { codeInPaste } from './pasted-code.ts';
import { TextField } from './TextField.tsx';

type Props = {
  label: string;
  /** As it was typed: without the hyphens that are only shown. */
  value: string;
  hint?: ReactNode;
  error?: ReactNode;
  input?: RefObject<HTMLInputElement | null>;
  takesFocus?: boolean;
  onChange: (typed: string) => void;
  onBlur?: () => void;
  onEnter?: (event: KeyboardEvent) => void;
};

/** One field for a whole code. A code is no word, name or password: the browser must not correct or remember it. */
export function CodeField({ label, value, hint, error, input, takesFocus, ...on }: Props) {
  const own = useRef<HTMLInputElement>(null);
  const field = input ?? own;
  const caret = useRef<number | null>(null);
  const shown = show(value);

  useLayoutEffect(() => {
    if (caret.current === null) return;
    field.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });

  function put(typed: string, typedCaret: number) {
    caret.current = caretIn(show(typed), typedCaret);
    on.onChange(typed);
  }

  function change({ currentTarget }: ChangeEvent<HTMLInputElement>) {
    const edited = currentTarget.value;
    const next = afterEdit(shown, edited, currentTarget.selectionStart ?? edited.length);
    put(next.typed, next.caret);
  }

  function paste(event: ClipboardEvent<HTMLInputElement>) {
    const code = codeInPaste(event.clipboardData.getData('text'));
    if (code === null) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    const [start, end] = [selectionStart ?? 0, selectionEnd ?? 0];
    const { text } = code.isWhole ? { text: '' } : shown;
    const at = code.isWhole ? 0 : start;
    const edited = text.slice(0, at) + code.text + text.slice(code.isWhole ? 0 : end);
    const next = afterEdit(shown, edited.slice(0, maxTypedLength), at + code.text.length);
    put(next.typed, next.caret);
  }

  return (
    <TextField
      ref={field}
      label={label}
      hint={hint ?? t.common.codeHint}
      error={error}
      className={styles.code}
      autoComplete="off"
      autoCapitalize="characters"
      autoCorrect="off"
      spellCheck={false}
      dir="ltr"
      maxLength={maxTypedLength}
      autoFocus={takesFocus}
      value={shown.text}
      onChange={change}
      onPaste={paste}
      onBlur={on.onBlur}
      onKeyDown={(event) => event.key === 'Enter' && on.onEnter?.(event)}
    />
  );
}
