import { TextInput } from '@mantine/core';
import * as t from '../../messages/texts.ts';

type Props = {
  value: string;
  isWrong: boolean;
  describedBy: string | undefined;
  onChange: (code: string) => void;
};

/** The code in an email. Some browsers can fill it in from the mail. */
export function MailCodeField({ value, isWrong, describedBy, onChange }: Props) {
  return (
    <TextInput
      size="md"
      autoComplete="one-time-code"
      autoCapitalize="characters"
      autoCorrect="off"
      spellCheck={false}
      withAsterisk={false}
      maxLength={1000}
      label={t.email.byCode.label}
      value={value}
      error={isWrong}
      aria-describedby={describedBy}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
