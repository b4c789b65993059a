import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import * as t from '../../messages/texts.ts';
import styles from './Composer.module.css';

type Props = {
  text: string;
  onText: (text: string) => void;
  isTooLong: boolean;
  describedBy: string;
  takesFocus: boolean;
  onEnter: (event: KeyboardEvent) => void;
};

export function MessageField({ text, onText, isTooLong, describedBy, takesFocus, onEnter }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);

  useLayoutEffect(() => grow(field.current));

  useEffect(() => {
    // On touch devices the focus would open the keyboard.
    if (takesFocus && matchMedia('(hover: hover)').matches) field.current?.focus();
  }, [takesFocus]);

  function onKeyDown(event: KeyboardEvent) {
    // While an input method composes, Enter accepts its proposal. Safari reports it by key code 229 only.
    const isComposing = event.nativeEvent.isComposing || event.keyCode === 229;
    if (event.key === 'Enter' && !event.shiftKey && !isComposing && !isTouchKeyboard()) onEnter(event);
  }

  return (
    <textarea
      ref={field}
      className={styles.field}
      // Empty, it has the direction of the page: its placeholder is a text of the page.
      dir={text ? 'auto' : undefined}
      rows={1}
      aria-label={t.chat.composer.label}
      placeholder={t.chat.composer.placeholder}
      // Otherwise a browser writes the draft to its disk, to restore the tab.
      autoComplete="off"
      value={text}
      aria-invalid={isTooLong || undefined}
      aria-describedby={describedBy}
      onChange={(event) => onText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}

/** Such a keyboard has no Shift+Enter: its Enter breaks the line. */
function isTouchKeyboard(): boolean {
  return matchMedia('(hover: none) and (pointer: coarse)').matches;
}

/** For browsers whose text areas do not grow with their text by themselves. */
function grow(field: HTMLTextAreaElement | null) {
  if (!field || CSS.supports('field-sizing', 'content')) return;
  field.style.blockSize = 'auto';
  field.style.blockSize = `${field.scrollHeight}px`;
}
