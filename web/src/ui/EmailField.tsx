import { TextInput, type TextInputProps } from '@mantine/core';
import type { Ref } from 'react';

export function EmailField(props: TextInputProps & { ref?: Ref<HTMLInputElement> }) {
  return (
    <TextInput {...props} label="Email" type="email" size="md" autoComplete="username" spellCheck={false} />
  );
}
