import * as t from '../../messages/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/icons.tsx';
import styles from './Thread.module.css';

export function ToEnd({ onPress }: { onPress: () => void }) {
  return (
    <div className={styles.toEnd}>
      <Button variant="default" size="xs" onClick={onPress}>
        <Icon name="chevron-down" size={16} />
        <span>{t.chat.thread.toEnd}</span>
      </Button>
    </div>
  );
}
