import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from '../icons.tsx';
import styles from './CodeField.module.css';

/** A code that came with a link. */
export function LockedCode({ label, value, error }: { label: string; value: string; error: ReactNode }) {
  return (
    <TextInput
      label={label}
      value={value}
      error={error}
      readOnly
      dir="ltr"
      leftSection={<Icon name="circle-check" />}
      leftSectionWidth={44}
      classNames={{ input: styles.locked, section: styles.tick }}
    />
  );
}
