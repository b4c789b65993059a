import { Textarea } from '@mantine/core';
import type { KeyboardEvent } from 'react';
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
  function onKeyDown(event: KeyboardEvent) {
    // While an input method composes, Enter accepts its proposal. Safari reports it by key code 229 only.
    const isComposing = event.nativeEvent.isComposing || event.keyCode === 229;
    if (event.key === 'Enter' && !event.shiftKey && !isComposing) onEnter(event);
  }

  return (
    <Textarea
      className={styles.field}
      label={t.chat.composer.label}
      labelProps={{ className: 'visually-hidden' }}
      placeholder={t.chat.composer.placeholder}
      size="md"
      autosize
      minRows={1}
      maxRows={8}
      // Otherwise a browser writes the draft to its disk, to restore the tab.
      autoComplete="off"
      // On touch devices the focus would open the keyboard.
      autoFocus={takesFocus && matchMedia('(hover: hover)').matches}
      value={text}
      error={isTooLong}
      aria-describedby={describedBy}
      onChange={(event) => onText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}
