import { useId } from 'react';
import type { Problem } from '../api/problem.ts';
import type { Bootstrap } from '../api/session.ts';
import type { GuestChats } from '../api/sign-in.ts';
import { errorText } from '../messages/error-text.ts';
import * as t from '../messages/texts.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Form } from '../ui/Form.tsx';
import { EmailField } from '../ui/fields/EmailField.tsx';
import { PasswordField } from '../ui/fields/PasswordField.tsx';
import { ForgotPassword } from './ForgotPassword.tsx';
import { ProviderButtons } from './providers/ProviderButtons.tsx';
import { nameOf } from './providers/provider-name.ts';
import { useLogin } from './use-login.ts';

type Props = {
  bootstrap: Bootstrap;
  givenEmail?: string;
  /** For a guest: what happens to their chats. Nothing is sent before they have chosen. */
  guestChats?: GuestChats | null | undefined;
};

export function CredentialsForm({ bootstrap, givenEmail = '', guestChats }: Props) {
  const form = useLogin(givenEmail, guestChats);
  const { loggingIn, leavingFor, isUndecided } = form;
  const errorId = useId();
  const { problem } = loggingIn;
  const isWrong = (...codes: Problem['code'][]) =>
    problem !== null && [...codes, 'INVALID_EMAIL_OR_PASSWORD', 'INVALID_EMAIL'].includes(problem.code);
  const field = {
    disabled: isUndecided,
    'aria-describedby': problem ? errorId : undefined,
  };
  return (
    <>
      <Form problem={problem} onSubmit={form.logIn}>
        {problem && (
          <ErrorMessage id={errorId} secondsLeft={loggingIn.secondsLeft}>
            {errorText(problem.code, nameOf(bootstrap, form.chosen))}
          </ErrorMessage>
        )}
        <EmailField
          {...field}
          error={isWrong('EMAIL_MISSING')}
          value={form.email}
          onChange={(event) => form.setEmail(event.currentTarget.value)}
        />
        <PasswordField
          {...field}
          error={isWrong('PASSWORD_MISSING')}
          size="md"
          autoComplete="current-password"
          value={form.password}
          onChange={(event) => form.setPassword(event.currentTarget.value)}
        />
        <ActionButton
          type="submit"
          size="md"
          loading={loggingIn.isRunning && leavingFor === null}
          disabled={isUndecided}
          mustWait={loggingIn.mustWait || leavingFor !== null}
        >
          {t.common.login}
        </ActionButton>
        {guestChats === undefined && <ForgotPassword sendsMail={bootstrap.sendsMail} />}
      </Form>
      <ProviderButtons
        providers={bootstrap.providers}
        leavingFor={leavingFor}
        disabled={isUndecided}
        mustWait={loggingIn.mustWait}
        onChoose={(provider) => void form.continueWith(provider)}
      />
    </>
  );
}
