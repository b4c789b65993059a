import { useId } from 'react';
import { Icon } from '../../ui/icons.tsx';
import styles from './Select.module.css';

export type Option = { value: string; text: string };

type Props = {
  label: string;
  value: string;
  options: Option[];
  onChange: (value: string) => void;
  disabled?: boolean;
};

/** One of several, in a bar of filters: its name is not shown. */
export function Select({ label, value, options, onChange, disabled }: Props) {
  return (
    <div className={styles.frame}>
      <select
        aria-label={label}
        className={styles.select}
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <Options options={options} />
      </select>
      <Icon name="chevron-down" size={16} className={styles.arrow} />
    </div>
  );
}

/** One of several, in a form. */
export function SelectField({ label, value, options, onChange, disabled, hint }: Props & { hint?: string }) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <div className={styles.frame}>
        <select
          id={id}
          className={`${styles.select} ${styles.large}`}
          value={value}
          disabled={disabled}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          <Options options={options} />
        </select>
        <Icon name="chevron-down" size={16} className={styles.arrow} />
      </div>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}

function Options({ options }: Pick<Props, 'options'>) {
  return options.map(({ value, text }) => (
    <option key={value} value={value}>
      {text}
    </option>
  ));
}
