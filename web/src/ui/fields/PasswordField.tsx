import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import * as t from '../../messages/texts.ts';

export function PasswordField({ label = t.common.password, ...props }: TextInputProps & { label?: string }) {
  const [isShown, setShown] = useState(false);
  return (
    <TextInput
      {...props}
      label={label}
      type={isShown ? 'text' : 'password'}
      rightSectionWidth="4rem"
      rightSection={
        <button
          type="button"
          className="text-button"
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
