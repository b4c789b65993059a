import styles from './Tick.module.css';

type Props = {
  label: string;
  isChecked: boolean;
  /** Some of what it stands for is chosen. */
  isPartly?: boolean;
  onChange: (isChecked: boolean) => void;
};

/** A box to tick, as large as a finger. Its name is not shown. */
export function Tick({ label, isChecked, isPartly = false, onChange }: Props) {
  return (
    <label className={styles.tick}>
      <input
        type="checkbox"
        aria-label={label}
        className={styles.box}
        checked={isChecked}
        ref={(box) => {
          if (box) box.indeterminate = isPartly && !isChecked;
        }}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}

/** A box to tick with its words beside it. */
export function TickField({ label, hint, isChecked, onChange }: Omit<Props, 'isPartly'> & { hint?: string }) {
  return (
    <label className={styles.words}>
      <input
        type="checkbox"
        className={styles.box}
        checked={isChecked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>
        {label}
        {hint && <small>{hint}</small>}
      </span>
    </label>
  );
}
