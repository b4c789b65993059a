import styles from './Bones.module.css';

/** Stands in the place of lines that are still loading. */
export function Bones({ count }: { count: number }) {
  const lines = Array.from({ length: count }, (_, line) => line);
  return (
    <div aria-hidden="true" className={styles.bones}>
      {lines.map((line) => (
        <span key={line} />
      ))}
    </div>
  );
}
