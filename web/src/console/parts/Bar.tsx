import styles from './Bar.module.css';

/** How much of something is used. The words stand beside it. */
export function Bar({ part, className = '' }: { part: number; className?: string | undefined }) {
  return (
    <span aria-hidden="true" className={`${styles.bar} ${className}`}>
      <i style={{ inlineSize: `${Math.round(100 * Math.min(1, Math.max(0, part)))}%` }} />
    </span>
  );
}
