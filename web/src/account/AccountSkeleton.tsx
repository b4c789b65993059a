import * as t from '../messages/texts.ts';
import styles from './account.module.css';

/** As many as the page has before its data is here. */
const lines = [1, 2, 3, 4, 5, 6, 7, 8, 9];

export function AccountSkeleton() {
  return (
    <div className={styles.skeleton} role="status" aria-busy="true">
      <p className="visually-hidden">{t.common.loading}</p>
      <div aria-hidden="true" className={styles.skeleton}>
        {lines.map((line) => (
          <span key={line} />
        ))}
      </div>
    </div>
  );
}
