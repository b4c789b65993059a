import { Textarea } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, type Ref, useId } from 'react';
import * as t from '../../messages/texts.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { useOnline } from '../../ui/hooks/use-online.ts';
import styles from './Composer.module.css';

type Props = {
  form: Ref<HTMLFormElement>;
  text: string;
  onText: (text: string) => void;
  /** In Unicode code points, as the server counts. */
  limit: number;
  isReplying: boolean;
  mustWait: boolean;
  onSend: () => void;
  onStop: () => void;
  isDemo: boolean;
  takesFocus: boolean;
};

/** From this share of the limit on, the length is shown. */
const nearLimit = 0.9;

export function Composer({
  form,
  text,
  onText,
  limit,
  isReplying,
  mustWait,
  onSend,
  onStop,
  isDemo,
  takesFocus,
}: Props) {
  const counterId = useId();
  const isOnline = useOnline();
  const length = [...text.trim()].length;
  const isTooLong = length > limit;
  const canSend = isOnline && length > 0 && !isTooLong && !isReplying && !mustWait;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (canSend) onSend();
  }

  function onKeyDown(event: KeyboardEvent) {
    // While an input method composes, Enter accepts its proposal. Safari reports it by key code 229 only.
    const isComposing = event.nativeEvent.isComposing || event.keyCode === 229;
    if (event.key === 'Enter' && !event.shiftKey && !isComposing) submit(event);
  }

  return (
    <form ref={form} className={styles.composer} onSubmit={submit}>
      <div className={styles.row}>
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
          aria-describedby={counterId}
          onChange={(event) => onText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {isReplying ? (
          <ActionButton size="md" variant="default" onClick={onStop}>
            {t.chat.composer.stop}
          </ActionButton>
        ) : (
          <ActionButton type="submit" size="md" mustWait={!canSend}>
            {t.chat.composer.send}
          </ActionButton>
        )}
      </div>
      <p id={counterId} className={styles.counter} data-over={isTooLong || undefined}>
        {length > limit * nearLimit && t.chat.composer.length(length, limit)}
      </p>
      <p role="status" className={styles.demo}>
        {!isOnline && t.chat.composer.offline}
      </p>
      {isDemo && <p className={styles.demo}>{t.chat.composer.demo}</p>}
    </form>
  );
}
