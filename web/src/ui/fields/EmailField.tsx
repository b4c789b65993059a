import { TextInput, type TextInputProps } from '@mantine/core';
import type { Ref } from 'react';
import * as t from '../../messages/texts.ts';

export function EmailField(props: TextInputProps & { ref?: Ref<HTMLInputElement> }) {
  return (
    <TextInput
      {...props}
      label={t.common.email}
      type="email"
      size="md"
      autoComplete="username"
      spellCheck={false}
    />
  );
}
