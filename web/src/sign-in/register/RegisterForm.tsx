import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import type { Problem } from '../../api/problem.ts';
import type { Bootstrap } from '../../api/session.ts';
import { useSession } from '../../session/context.ts';
import type { RoundTrip } from '../../session/storage/oauth-round-trip.ts';
import { Form } from '../../ui/Form.tsx';
import { useSubmit } from '../../ui/hooks/use-submit.ts';
import { ProviderButtons } from '../providers/ProviderButtons.tsx';
import { nameOf } from '../providers/provider-name.ts';
import { useOAuth } from '../providers/use-oauth.ts';
import { AccountFields } from './AccountFields.tsx';
import { accountFlows } from './account-flows.ts';
import { RegisterError } from './RegisterError.tsx';
import { RegistrationCodeField } from './RegistrationCodeField.tsx';
import { useRegistrationCode } from './use-registration-code.ts';

type Props = {
  way: keyof typeof accountFlows;
  bootstrap: Bootstrap;
  codeField: 'open' | 'locked' | 'none';
  isCodeRequired: boolean;
  givenCode?: string;
  /** The code comes from a link, and not from a field of another page. */
  isFromLink?: boolean;
  takesFocus?: boolean;
  onAnother?: () => void;
  /** Takes a login code to the login page; undefined where that page takes no codes. */
  onLoginCode?: ((code: string) => void) | undefined;
  /** The account is created. Without a user it exists once the link in the email was opened. */
  onDone: (email: string, user: object | null) => unknown;
  onRefused: (code: Problem['code'], email: string) => unknown;
};

export function RegisterForm(props: Props) {
  const { codeField, onLoginCode } = props;
  const way = accountFlows[props.way];
  const session = useSession();
  const registering = useSubmit();
  const { leave, chosen, leavingFor } = useOAuth(registering);
  const code = useRegistrationCode(props.givenCode ?? '', registering);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const refusedId = useId();
  const emailField = useRef<HTMLInputElement>(null);
  const isWaiting = codeField === 'open' && props.isCodeRequired && !code.text.trim();
  const withCode: { invitationCode?: string } =
    codeField !== 'none' && code.text.trim() ? { invitationCode: code.text } : {};

  async function register(event: FormEvent) {
    event.preventDefault();
    if (isWaiting || leavingFor) return;
    if (!email.trim()) return registering.refuse('EMAIL_MISSING');
    if (!password) return registering.refuse('PASSWORD_MISSING');
    const who = { email: email.trim(), password, ...withCode };
    await registering.run(
      () => way.send(who),
      ({ problem, value }) =>
        problem ? props.onRefused(problem.code, who.email) : props.onDone(who.email, value.user),
    );
  }

  async function continueWith(provider: string) {
    const answer = await leave({ purpose: props.way, provider, code: codeToCarry() }, () =>
      way.leave({ provider, ...withCode }),
    );
    if (answer?.problem) props.onRefused(answer.problem.code, '');
  }

  function codeToCarry(): RoundTrip['code'] {
    const isLocked = codeField === 'locked';
    if (!withCode.invitationCode || (props.way === 'convert' && !isLocked)) return undefined;
    return {
      code: code.text,
      state: isLocked ? 'registration' : 'none',
      from: isLocked && props.isFromLink ? 'link' : 'field',
    };
  }

  /** Enter in the code field moves to the empty email field, instead of sending an incomplete form. */
  function moveOn(event: KeyboardEvent) {
    if (email.trim()) return;
    event.preventDefault();
    emailField.current?.focus();
  }

  const { problem } = registering;
  const describedBy = problem ? refusedId : undefined;
  return (
    <>
      <Form problem={problem} onSubmit={register}>
        {problem && (
          <RegisterError
            id={refusedId}
            problem={problem}
            provider={nameOf(props.bootstrap, chosen)}
            secondsLeft={registering.secondsLeft}
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
          password={password}
          onEmail={setEmail}
          onPassword={setPassword}
          emailRef={emailField}
          refusal={problem?.code}
          describedBy={describedBy}
          isWaiting={isWaiting}
          button={way.button}
          isRunning={registering.isRunning && leavingFor === null}
          mustWait={registering.mustWait || leavingFor !== null}
        />
      </Form>
      <ProviderButtons
        providers={props.bootstrap.providers}
        leavingFor={leavingFor}
        disabled={isWaiting}
        mustWait={registering.mustWait}
        onChoose={(provider) => void continueWith(provider)}
      />
    </>
  );
}
