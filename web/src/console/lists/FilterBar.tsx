import { type FormEvent, type ReactNode, useState } from 'react';
import { Icon } from '../../ui/icons.tsx';
import styles from './FilterBar.module.css';

/** What narrows a list, in a row. */
export function FilterBar({ children }: { children: ReactNode }) {
  return (
    <search>
      <div className={styles.bar}>{children}</div>
    </search>
  );
}

type DayProps = { label: string; value: string; onChange: (day: string) => void };

export function FilterDay({ label, value, onChange }: DayProps) {
  return (
    <label className={styles.day}>
      {label}
      <input type="date" value={value} onChange={(event) => onChange(event.currentTarget.value)} />
    </label>
  );
}

type FindProps = { label: string; hint?: string; value: string; onFind: (text: string) => void };

/** Finds by a text: on Enter, or when the field is left. */
export function Find({ label, hint, value, onFind }: FindProps) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    // The address has changed: by the back button, or by *Clear filters*.
    setKnown(value);
    setTyped(value);
  }

  function find() {
    // The same text again would lead back to the first page of the list.
    if (typed.trim() !== value) onFind(typed.trim());
  }

  function send(event: FormEvent) {
    event.preventDefault();
    find();
  }

  return (
    <form className={styles.find} onSubmit={send}>
      <Icon name="search" />
      <input
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        maxLength={1000}
        placeholder={label}
        aria-label={label}
        title={hint}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={find}
      />
    </form>
  );
}
