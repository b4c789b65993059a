import * as t from '../../messages/texts.ts';
import { Icon } from '../../ui/icons.tsx';
import styles from './Thread.module.css';

export function ToEnd({ onPress }: { onPress: () => void }) {
  return (
    <div className={styles.toEnd}>
      <button type="button" onClick={onPress}>
        <Icon name="chevron-down" size={16} />
        <span>{t.chat.thread.toEnd}</span>
      </button>
    </div>
  );
}
