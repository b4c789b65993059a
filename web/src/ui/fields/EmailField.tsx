import * as t from '../../messages/texts.ts';
import { TextField, type TextFieldProps } from './TextField.tsx';

/** The longest address that mail knows. */
const maxLength = 254;

export function EmailField(props: Omit<TextFieldProps, 'label'> & { label?: string }) {
  return (
    <TextField
      label={t.common.email}
      autoComplete="username"
      {...props}
      type="email"
      maxLength={maxLength}
      spellCheck={false}
    />
  );
}
