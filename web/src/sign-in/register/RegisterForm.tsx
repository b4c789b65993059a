import { type KeyboardEvent, useRef } from 'react';
import type { Bootstrap } from '../../api/session.ts';
import { useSession } from '../../session/context.ts';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { Form } from '../../ui/Form.tsx';
import { fieldOf } from '../../ui/fields/field-of.ts';
import { ProviderButtons } from '../providers/ProviderButtons.tsx';
import { nameOf } from '../providers/provider-name.ts';
import { AccountFields } from './AccountFields.tsx';
import { RegistrationCodeField } from './RegistrationCodeField.tsx';
import { registerErrorText } from './register-error-text.tsx';
import { type RegistrationOptions, useRegistration } from './use-registration.ts';

type Props = RegistrationOptions & {
  bootstrap: Bootstrap;
  takesFocus?: boolean;
  onAnother?: () => void;
  /** Takes a login code to the login page; undefined where that page takes no codes. */
  onLoginCode?: ((code: string) => void) | undefined;
};

export function RegisterForm(props: Props) {
  const { codeField, onLoginCode } = props;
  const session = useSession();
  const form = useRegistration(props);
  const { registering, leavingFor, code, email, isWaiting } = form;
  const { problem } = registering;
  const emailField = useRef<HTMLInputElement>(null);

  /** Enter in the code field moves to the empty email field, instead of sending an incomplete form. */
  function moveOn(event: KeyboardEvent) {
    if (email.trim()) return;
    event.preventDefault();
    emailField.current?.focus();
  }

  const text =
    problem &&
    registerErrorText({
      problem,
      provider: nameOf(props.bootstrap, form.chosen),
      typedCode: code.text,
      hasCodeField: codeField !== 'none',
      onLoginCode: onLoginCode && (() => onLoginCode(code.text)),
      onLogIn: () => session.prefillLogin(email.trim()),
    });
  const wrong = fieldOf(problem);
  const isOfField = wrong === 'code' ? codeField !== 'none' : wrong !== null;
  return (
    <>
      <Form problem={problem} onSubmit={form.register}>
        {text && !isOfField && <ErrorMessage secondsLeft={registering.secondsLeft}>{text}</ErrorMessage>}
        {codeField !== 'none' && (
          <RegistrationCodeField
            isLocked={codeField === 'locked'}
            isFromLink={props.isFromLink ?? false}
            isRequired={props.isCodeRequired}
            error={wrong === 'code' && text}
            value={code.text}
            onChange={code.write}
            onLeave={() => void code.check()}
            onEnter={moveOn}
            takesFocus={props.takesFocus ?? false}
            onAnother={props.onAnother}
          />
        )}
        <AccountFields
          email={email}
          password={form.password}
          onEmail={form.setEmail}
          onPassword={form.setPassword}
          emailRef={emailField}
          emailError={wrong === 'email' && text}
          passwordError={wrong === 'password' && text}
          isWaiting={isWaiting}
          button={form.button}
          isRunning={registering.isRunning && leavingFor === null}
          mustWait={registering.mustWait || leavingFor !== null}
        />
      </Form>
      <ProviderButtons
        providers={props.bootstrap.providers}
        leavingFor={leavingFor}
        disabled={isWaiting}
        mustWait={registering.mustWait}
        onChoose={(provider) => void form.continueWith(provider)}
      />
    </>
  );
}
