import { useId } from 'react';
import * as t from '../messages/texts.ts';
import { lettersOf, maxLetters } from './form.ts';
import styles from './make.module.css';

type Props = { note: string; error: string | undefined; onChange: (note: string) => void };

/** The operator's own words on the card. */
export function NoteField({ note, error, onChange }: Props) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {t.make.note}
      </label>
      <textarea
        id={id}
        rows={3}
        maxLength={500}
        className={styles.textarea}
        aria-describedby={`${id}-about`}
        aria-invalid={Boolean(error) || undefined}
        value={note}
        // A card has no line breaks of its own.
        onChange={(event) => onChange(event.currentTarget.value.replace(/\s*\n\s*/g, ' '))}
      />
      <p id={`${id}-about`} className={`${styles.hint} ${error ? styles.error : ''}`}>
        {error ?? t.make.letters(lettersOf(note), maxLetters)}
      </p>
    </div>
  );
}
