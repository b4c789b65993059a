import { TextInput, type TextInputProps } from '@mantine/core';
import type { Ref } from 'react';
import * as t from '../../messages/texts.ts';

/** The longest address that mail knows. */
const maxLength = 254;

export function EmailField(props: TextInputProps & { ref?: Ref<HTMLInputElement> }) {
  return (
    <TextInput
      label={t.common.email}
      autoComplete="username"
      {...props}
      type="email"
      maxLength={maxLength}
      spellCheck={false}
    />
  );
}
