import { useId } from 'react';
import styles from './Segments.module.css';

type Props<Value extends string> = {
  legend: string;
  value: Value;
  choices: { value: Value; title: string; text?: string }[];
  /** Beside each other where there is room. */
  isBeside?: boolean;
  onChange: (value: Value) => void;
};

/** One of a few, each with a sentence of its own. */
export function Segments<Value extends string>({
  legend,
  value,
  choices,
  isBeside = false,
  onChange,
}: Props<Value>) {
  const name = useId();
  return (
    <fieldset className={styles.set}>
      <legend>{legend}</legend>
      <div className={`${styles.list} ${isBeside ? styles.beside : ''}`}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.one}>
            <input
              type="radio"
              name={name}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <span>
              <b>{choice.title}</b>
              {choice.text && <small>{choice.text}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
