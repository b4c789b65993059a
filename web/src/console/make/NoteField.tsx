import { useId } from 'react';
import field from '../../ui/fields/TextField.module.css';
import * as t from '../messages/texts.ts';
import { lettersOf, maxLetters } from './form.ts';
import styles from './make.module.css';

type Props = { note: string; error: string | undefined; onChange: (note: string) => void };

/** The operator's own words on the card. */
export function NoteField({ note, error, onChange }: Props) {
  const id = useId();
  return (
    <div className={field.field}>
      <label htmlFor={id} className={field.label}>
        {t.make.note}
      </label>
      <textarea
        id={id}
        rows={3}
        maxLength={500}
        className={`${field.input} ${styles.words}`}
        aria-describedby={`${id}-about`}
        aria-invalid={Boolean(error) || undefined}
        value={note}
        // A card has no line breaks of its own.
        onChange={(event) => onChange(event.currentTarget.value.replace(/\s*\n\s*/g, ' '))}
      />
      <p id={`${id}-about`} className={error ? field.error : `${field.hint} ${styles.count}`}>
        {error ?? t.make.letters(lettersOf(note), maxLetters)}
      </p>
    </div>
  );
}
