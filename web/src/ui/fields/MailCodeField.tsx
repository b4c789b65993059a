import type { ReactNode } from 'react';
import * as t from '../../messages/texts.ts';
import styles from './CodeField.module.css';
import { TextField } from './TextField.tsx';

/** A letter's code is short; what is longer was pasted by mistake. */
const maxLength = 1000;

type Props = { value: string; error: ReactNode; onChange: (code: string) => void };

/** The code in an email. Some browsers can fill it in from the mail. */
export function MailCodeField({ value, error, onChange }: Props) {
  return (
    <TextField
      autoComplete="one-time-code"
      autoCapitalize="characters"
      autoCorrect="off"
      spellCheck={false}
      dir="ltr"
      maxLength={maxLength}
      className={styles.code}
      label={t.email.byCode.label}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
