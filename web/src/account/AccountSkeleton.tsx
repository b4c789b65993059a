import * as t from '../messages/texts.ts';
import styles from './account.module.css';

export function AccountSkeleton() {
  return (
    <div className={styles.skeleton} role="status" aria-busy="true">
      <p className="visually-hidden">{t.common.loading}</p>
      <div aria-hidden="true" className={styles.skeleton}>
        {Array.from({ length: 9 }, (_, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change
          <span key={line} />
        ))}
      </div>
    </div>
  );
}
