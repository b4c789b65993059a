import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';

/** A password, hidden until the person asks to see it. */
export function PasswordField(props: TextInputProps) {
  const [isShown, setShown] = useState(false);
  return (
    <TextInput
      {...props}
      label="Password"
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
          <span className="visually-hidden"> password</span>
        </button>
      }
    />
  );
}
