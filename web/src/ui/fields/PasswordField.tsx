import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import * as t from '../../messages/texts.ts';
import styles from './PasswordField.module.css';

type Props = TextInputProps & { label?: string };

export function PasswordField({ label = t.common.password, description, ...props }: Props) {
  const [isShown, setShown] = useState(false);
  return (
    <TextInput
      {...props}
      label={label}
      description={!props.error && description}
      type={isShown ? 'text' : 'password'}
      classNames={{ input: styles.input, section: styles.side }}
      rightSection={
        <button
          type="button"
          className={styles.show}
          disabled={props.disabled}
          onClick={() => setShown(!isShown)}
        >
          {isShown ? t.common.hide : t.common.show}
          <span className="visually-hidden">{t.common.ofField(label)}</span>
        </button>
      }
    />
  );
}
