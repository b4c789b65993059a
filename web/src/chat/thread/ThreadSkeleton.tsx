import styles from './Thread.module.css';

export function ThreadSkeleton() {
  return (
    <div className={styles.thread} aria-busy="true">
      <div className={`${styles.messages} ${styles.skeleton}`}>
        <span className={styles.skeletonQuestion} />
        <span />
        <span />
        <span className={styles.skeletonEnd} />
      </div>
    </div>
  );
}
