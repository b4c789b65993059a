import { useId } from 'react';
import type { GuestChats } from '../api/sign-in.ts';
import styles from './GuestChatsChoice.module.css';

const choices: { value: GuestChats; name: string; what: string }[] = [
  { value: 'move', name: 'Bring my chats along', what: 'They are added to those of your account.' },
  { value: 'erase', name: 'Delete my chats', what: 'They are gone for good as soon as you are logged in.' },
];

type Props = { value: GuestChats | null; onChange: (value: GuestChats) => void };

/** Nothing is chosen for the guest: neither is what they would surely want. */
export function GuestChatsChoice({ value, onChange }: Props) {
  const id = useId();
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.question}>What becomes of the chats that you have here as a guest?</legend>
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
            {choice.what}
          </p>
        </div>
      ))}
      <p role="status" className={styles.hint}>
        {value === null && 'Choose first, then log in. Until then nothing happens.'}
      </p>
    </fieldset>
  );
}
