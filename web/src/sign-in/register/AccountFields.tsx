import type { Ref } from 'react';
import type { Problem } from '../../api/problem.ts';
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
  refusal: Problem['code'] | undefined;
  describedBy: string | undefined;
  /** Disabled until there is a code. */
  isWaiting: boolean;
  button: string;
  isRunning: boolean;
  mustWait: boolean;
};

const ofEmail: string[] = ['EMAIL_MISSING', 'INVALID_EMAIL', 'USER_ALREADY_EXISTS', 'ACCOUNT_EXISTS'];

export function AccountFields(props: Props) {
  const { refusal, describedBy, isWaiting } = props;
  return (
    <fieldset className={styles.fields} disabled={isWaiting}>
      <legend className="visually-hidden">{t.register.yourAccount}</legend>
      <EmailField
        ref={props.emailRef}
        value={props.email}
        disabled={isWaiting}
        error={refusal !== undefined && ofEmail.includes(refusal)}
        aria-describedby={describedBy}
        onChange={(event) => props.onEmail(event.currentTarget.value)}
      />
      <PasswordField
        size="md"
        autoComplete="new-password"
        description={t.common.passwordHint}
        disabled={isWaiting}
        value={props.password}
        error={refusal?.startsWith('PASSWORD')}
        onChange={(event) => props.onPassword(event.currentTarget.value)}
      />
      <ActionButton type="submit" size="md" loading={props.isRunning} mustWait={props.mustWait}>
        {props.button}
      </ActionButton>
    </fieldset>
  );
}
