import type { Bootstrap } from '../api/session.ts';
import type { GuestChats } from '../api/sign-in.ts';
import { errorText } from '../messages/error-text.ts';
import * as t from '../messages/texts.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Form } from '../ui/Form.tsx';
import { EmailField } from '../ui/fields/EmailField.tsx';
import { fieldOf } from '../ui/fields/field-of.ts';
import { PasswordField } from '../ui/fields/PasswordField.tsx';
import { TextField } from '../ui/fields/TextField.tsx';
import { ForgotPassword } from './ForgotPassword.tsx';
import { ProviderButtons } from './providers/ProviderButtons.tsx';
import { nameOf } from './providers/provider-name.ts';
import { useLogin } from './use-login.ts';

type Props = {
  bootstrap: Bootstrap;
  givenEmail?: string;
  /** For a guest: what happens to their chats. Nothing is sent before they have chosen. */
  guestChats?: GuestChats | null | undefined;
  canRegister?: boolean;
};

export function CredentialsForm({ bootstrap, givenEmail = '', guestChats, canRegister = false }: Props) {
  const form = useLogin(givenEmail, guestChats);
  const { loggingIn, leavingFor, isUndecided } = form;
  const { problem } = loggingIn;
  const text = problem && errorText(problem.code, nameOf(bootstrap, form.chosen));
  const wrong = fieldOf(problem);
  // Which of the two is wrong, the server does not say.
  const isEither = problem?.code === 'INVALID_EMAIL_OR_PASSWORD';
  const isOfCode = problem?.code === 'SECOND_FACTOR_REQUIRED' || problem?.code === 'SECOND_FACTOR_WRONG';
  return (
    <>
      <Form problem={problem} onSubmit={form.logIn}>
        {text && !wrong && !isOfCode && (
          <ErrorMessage secondsLeft={loggingIn.secondsLeft}>{text}</ErrorMessage>
        )}
        <EmailField
          disabled={isUndecided}
          error={wrong === 'email' ? text : isEither}
          value={form.email}
          onChange={(event) => form.setEmail(event.currentTarget.value)}
        />
        <PasswordField
          disabled={isUndecided}
          error={wrong === 'password' ? text : isEither}
          autoComplete="current-password"
          value={form.password}
          onChange={(event) => form.setPassword(event.currentTarget.value)}
        />
        {form.asksCode && (
          <TextField
            label={t.common.secondFactor}
            autoComplete="one-time-code"
            maxLength={100}
            error={isOfCode && text}
            value={form.code}
            onChange={(event) => form.setCode(event.currentTarget.value)}
          />
        )}
        <ActionButton
          type="submit"
          loading={loggingIn.isRunning && leavingFor === null}
          disabled={isUndecided}
          mustWait={loggingIn.mustWait || leavingFor !== null}
        >
          {t.common.login}
        </ActionButton>
      </Form>
      <ProviderButtons
        providers={bootstrap.providers}
        leavingFor={leavingFor}
        disabled={isUndecided}
        mustWait={loggingIn.mustWait}
        onChoose={(provider) => void form.continueWith(provider)}
      />
      {guestChats === undefined && (
        <ForgotPassword sendsMail={bootstrap.sendsMail} canRegister={canRegister} />
      )}
    </>
  );
}
