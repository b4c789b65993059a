import { type ComponentProps, type ReactNode, useId } from 'react';
import styles from './TextField.module.css';

export type TextFieldProps = ComponentProps<'input'> & {
  label: string;
  /** Stands below the field. */
  hint?: ReactNode;
  /** Takes the place of the hint. `true` marks the field, when the sentence about it stands elsewhere. */
  error?: ReactNode;
  /** Inside the field, at its beginning or its end. */
  before?: ReactNode;
  after?: ReactNode;
};

/** A label, a field, and one sentence about it that is tied to it. */
export function TextField({ label, hint, error, before, after, className = '', ...input }: TextFieldProps) {
  const id = useId();
  const hasWords = Boolean(error) && error !== true;
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <div className={styles.frame}>
        {before}
        <input
          {...input}
          id={id}
          className={`${styles.input} ${className}`}
          aria-invalid={Boolean(error) || undefined}
          aria-describedby={hasWords || hint ? `${id}-about` : undefined}
        />
        {after}
      </div>
      {hasWords ? (
        <div id={`${id}-about`} role="alert" className={styles.error}>
          {error}
        </div>
      ) : (
        hint && (
          <p id={`${id}-about`} className={styles.hint}>
            {hint}
          </p>
        )
      )}
    </div>
  );
}
