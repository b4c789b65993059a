import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';

/** A password, hidden until the person asks to see it. */
export function PasswordField({ label = 'Password', ...props }: TextInputProps & { label?: string }) {
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
          {isShown ? 'Hide' : 'Show'}
          <span className="visually-hidden"> {label.toLowerCase()}</span>
        </button>
      }
    />
  );
}
