import { useId } from 'react';
import type { GuestChats } from '../api/sign-in.ts';
import * as t from '../messages/texts.ts';
import styles from './GuestChatsChoice.module.css';

type Props = { value: GuestChats | null; onChange: (value: GuestChats) => void };

/** Nothing is preselected: neither choice is safe to assume. */
export function GuestChatsChoice({ value, onChange }: Props) {
  const id = useId();
  const choices: { value: GuestChats; name: string; hint: string }[] = [
    { value: 'move', name: t.upgrade.choice.move, hint: t.upgrade.choice.moveHint },
    { value: 'erase', name: t.upgrade.choice.erase, hint: t.upgrade.choice.eraseHint },
  ];
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.question}>{t.upgrade.choice.question}</legend>
      {choices.map((choice) => (
        <div key={choice.value} className={styles.option}>
          <input
            id={`${id}-${choice.value}`}
            type="radio"
            name={id}
            checked={value === choice.value}
            aria-describedby={`${id}-${choice.value}-what`}
            onChange={() => onChange(choice.value)}
          />
          <label htmlFor={`${id}-${choice.value}`}>{choice.name}</label>
          <p id={`${id}-${choice.value}-what`} className={styles.what}>
            {choice.hint}
          </p>
        </div>
      ))}
      <p role="status" className={styles.hint}>
        {value === null && t.upgrade.choice.chooseFirst}
      </p>
    </fieldset>
  );
}
