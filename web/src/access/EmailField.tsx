import { TextInput, type TextInputProps } from '@mantine/core';

export function EmailField(props: TextInputProps) {
  return (
    <TextInput {...props} label="Email" type="email" size="md" autoComplete="username" spellCheck={false} />
  );
}
