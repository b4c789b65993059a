import { type ReactNode, type Ref, type SyntheticEvent, useId } from 'react';
import * as t from '../../messages/texts.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { useOnline } from '../../ui/hooks/use-online.ts';
import styles from './Composer.module.css';
import { MessageField } from './MessageField.tsx';

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
  /** Lines above the field that are always on screen. */
  children: ReactNode;
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
  children,
}: Props) {
  const counterId = useId();
  const isOnline = useOnline();
  const length = [...text.trim()].length;
  const isTooLong = length > limit;
  const canSend = isOnline && length > 0 && !isTooLong && !isReplying && !mustWait;

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (canSend) onSend();
  }

  return (
    <form ref={form} className={styles.composer} onSubmit={submit}>
      {children}
      <div className={styles.row}>
        <MessageField
          text={text}
          onText={onText}
          isTooLong={isTooLong}
          describedBy={counterId}
          takesFocus={takesFocus}
          onEnter={submit}
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
