import { type KeyboardEvent, useId, useRef } from 'react';
import type { Bootstrap } from '../../api/session.ts';
import { useSession } from '../../session/context.ts';
import { Form } from '../../ui/Form.tsx';
import { ProviderButtons } from '../providers/ProviderButtons.tsx';
import { nameOf } from '../providers/provider-name.ts';
import { AccountFields } from './AccountFields.tsx';
import { RegisterError } from './RegisterError.tsx';
import { RegistrationCodeField } from './RegistrationCodeField.tsx';
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
  const errorId = useId();
  const emailField = useRef<HTMLInputElement>(null);

  /** Enter in the code field moves to the empty email field, instead of sending an incomplete form. */
  function moveOn(event: KeyboardEvent) {
    if (email.trim()) return;
    event.preventDefault();
    emailField.current?.focus();
  }

  const describedBy = problem ? errorId : undefined;
  return (
    <>
      <Form problem={problem} onSubmit={form.register}>
        {problem && (
          <RegisterError
            id={errorId}
            problem={problem}
            provider={nameOf(props.bootstrap, form.chosen)}
            secondsLeft={registering.secondsLeft}
            typedCode={code.text}
            hasCodeField={codeField !== 'none'}
            onLoginCode={onLoginCode && (() => onLoginCode(code.text))}
            onLogIn={() => session.prefillLogin(email.trim())}
          />
        )}
        {codeField !== 'none' && (
          <RegistrationCodeField
            isLocked={codeField === 'locked'}
            isFromLink={props.isFromLink ?? false}
            isRequired={props.isCodeRequired}
            isRefused={code.isRefused}
            describedBy={describedBy}
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
          refusal={problem?.code}
          describedBy={describedBy}
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
