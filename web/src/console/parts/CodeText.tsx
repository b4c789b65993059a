import { Fragment } from 'react';
import styles from './CodeText.module.css';

/** A code in its own letters, with lighter hyphens. */
export function CodeText({ code, className = '' }: { code: string; className?: string | undefined }) {
  const pieces = Array.from(code.matchAll(/-|[^-]+/g), ({ 0: text, index }) => ({ text, index }));
  return (
    <span className={`${styles.code} ${className}`} translate="no">
      {pieces.map(({ text, index }) => (
        <Fragment key={index}>{text === '-' ? <i>-</i> : text}</Fragment>
      ))}
    </span>
  );
}
