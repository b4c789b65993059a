import type { ReactNode, Ref } from 'react';
import * as t from '../../messages/texts.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { EmailField } from '../../ui/fields/EmailField.tsx';
import { PasswordField } from '../../ui/fields/PasswordField.tsx';
import styles from '../../ui/layout.module.css';

type Props = {
  email: string;
  password: string;
  onEmail: (text: string) => void;
  onPassword: (text: string) => void;
  emailRef: Ref<HTMLInputElement>;
  emailError: ReactNode;
  passwordError: ReactNode;
  /** Disabled until there is a code. */
  isWaiting: boolean;
  button: string;
  isRunning: boolean;
  mustWait: boolean;
};

export function AccountFields(props: Props) {
  const { isWaiting } = props;
  return (
    <fieldset className={styles.fields} disabled={isWaiting}>
      <legend className="visually-hidden">{t.register.yourAccount}</legend>
      <EmailField
        ref={props.emailRef}
        value={props.email}
        disabled={isWaiting}
        error={props.emailError}
        onChange={(event) => props.onEmail(event.currentTarget.value)}
      />
      <PasswordField
        autoComplete="new-password"
        hint={t.common.passwordHint}
        disabled={isWaiting}
        value={props.password}
        error={props.passwordError}
        onChange={(event) => props.onPassword(event.currentTarget.value)}
      />
      <ActionButton type="submit" loading={props.isRunning} mustWait={props.mustWait}>
        {props.button}
      </ActionButton>
    </fieldset>
  );
}
