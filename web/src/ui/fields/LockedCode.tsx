import type { ReactNode } from 'react';
import { Icon } from '../icons.tsx';
import styles from './CodeField.module.css';
import { TextField } from './TextField.tsx';

/** A code that came with a link. */
export function LockedCode({ label, value, error }: { label: string; value: string; error: ReactNode }) {
  return (
    <TextField
      label={label}
      value={value}
      error={error}
      readOnly
      dir="ltr"
      before={<Icon name="circle-check" className={styles.tick} />}
      className={styles.locked}
    />
  );
}
