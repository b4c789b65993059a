import { type ReactNode, type Ref, type SyntheticEvent, useId } from 'react';
import * as t from '../../messages/texts.ts';
import { useOnline } from '../../ui/hooks/use-online.ts';
import { Icon } from '../../ui/icons.tsx';
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
  takesFocus: boolean;
  /** Lines above the field that are always on screen. */
  help: ReactNode;
  /** Why nobody can write here now; null when they can. The text is kept. */
  shut: ReactNode | null;
  /** One line below. */
  foot: ReactNode;
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
  takesFocus,
  help,
  shut,
  foot,
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
    <form ref={form} className={styles.dock} data-dock onSubmit={submit}>
      {help}
      <p role="status" className={styles.offline}>
        {!isOnline && (
          <span>
            <Icon name="wifi-off" size={16} /> {t.chat.composer.offline}
          </span>
        )}
      </p>
      {shut && !isReplying ? (
        <div className={`${styles.composer} ${styles.shut}`}>{shut}</div>
      ) : (
        <div className={styles.composer}>
          <MessageField
            text={text}
            onText={onText}
            isTooLong={isTooLong}
            describedBy={counterId}
            takesFocus={takesFocus}
            onEnter={submit}
          />
          {/* One button: the focus stays where it was when an answer begins or ends. */}
          <button
            type={isReplying ? 'button' : 'submit'}
            className={isReplying ? `${styles.send} ${styles.stop}` : styles.send}
            aria-label={isReplying ? t.chat.composer.stop : t.chat.composer.send}
            aria-disabled={!(isReplying || canSend) || undefined}
            onClick={isReplying ? onStop : undefined}
          >
            <Icon name={isReplying ? 'square' : 'arrow-up'} />
          </button>
        </div>
      )}
      <p id={counterId} className={styles.counter} data-over={isTooLong || undefined}>
        {length > limit * nearLimit && <span>{t.chat.composer.length(length, limit)}</span>}
      </p>
      <p className={styles.foot}>{foot}</p>
    </form>
  );
}
