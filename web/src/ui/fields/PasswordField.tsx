import { useState } from 'react';
import * as t from '../../messages/texts.ts';
import { Words } from '../Words.tsx';
import styles from './PasswordField.module.css';
import { TextField, type TextFieldProps } from './TextField.tsx';

type Props = Omit<TextFieldProps, 'label'> & { label?: string };

export function PasswordField({ label = t.common.password, ...props }: Props) {
  const [isShown, setShown] = useState(false);
  return (
    <TextField
      {...props}
      label={label}
      type={isShown ? 'text' : 'password'}
      className={styles.input}
      after={
        <button
          type="button"
          className={styles.show}
          disabled={props.disabled}
          onClick={() => setShown(!isShown)}
        >
          <Words>{isShown ? t.common.hide : t.common.show}</Words>
          <span className="visually-hidden">{t.common.ofField(label)}</span>
        </button>
      }
    />
  );
}
