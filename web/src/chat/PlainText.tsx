import styles from './Thread.module.css';

/** A reply as it was written, for as long as it cannot be drawn as Markdown. */
export function PlainText({ text }: { text: string }) {
  return <p className={styles.plain}>{text}</p>;
}
