import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import type { Problem, Provider } from '../api.ts';
import { ProviderButtons } from '../providers/ProviderButtons.tsx';
import { useProvider } from '../providers/use-provider.ts';
import { useAct } from '../ui/use-act.ts';
import { AccountFields } from './AccountFields.tsx';
import styles from './access.module.css';
import { RegistrationCodeField } from './RegistrationCodeField.tsx';
import { RegistrationRefused } from './RegistrationRefused.tsx';
import { useRegistrationCode } from './use-registration-code.ts';
import { waysToAccount } from './ways-to-account.ts';

type Props = {
  way: keyof typeof waysToAccount;
  providers: Provider[];
  codeField: 'open' | 'locked' | 'none';
  isCodeRequired: boolean;
  givenCode?: string;
  /** The given code comes from a link, not from a field of another page. */
  isFromLink?: boolean;
  /** The field for another code was just opened. */
  takesFocus?: boolean;
  onAnother?: () => void;
  /** Takes a login code to the page where it belongs; undefined where there is none. */
  onLoginCode?: ((code: string) => void) | undefined;
  /** The account is made. Without a user it is there once the link in the mail was opened. */
  onDone: (email: string, user: object | null) => void;
  onRefused: (code: Problem['code'], email: string) => void;
};

export function RegisterForm(props: Props) {
  const { codeField, onLoginCode } = props;
  const way = waysToAccount[props.way];
  const registering = useAct();
  const { leave, leavingBy } = useProvider(registering);
  const code = useRegistrationCode(props.givenCode ?? '', registering);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const refusedId = useId();
  const emailField = useRef<HTMLInputElement>(null);
  const isWaiting = codeField === 'open' && props.isCodeRequired && !code.text.trim();
  const withCode = codeField !== 'none' && code.text.trim() ? { invitationCode: code.text } : {};

  async function register(event: FormEvent) {
    event.preventDefault();
    if (isWaiting || leavingBy) return;
    const who = { email: email.trim(), password, ...withCode };
    const answer = await registering.run(() => way.send(who));
    if (answer?.problem) props.onRefused(answer.problem.code, who.email);
    else if (answer) props.onDone(who.email, answer.value.user);
  }

  async function leaveBy(provider: string) {
    const answer = await leave(provider, way.change, () => way.leave({ provider, ...withCode }));
    if (answer?.problem) props.onRefused(answer.problem.code, '');
  }

  /** Enter in the field for the code goes on to what is still empty, before there is a form to send. */
  function moveOn(event: KeyboardEvent) {
    if (email.trim()) return;
    event.preventDefault();
    emailField.current?.focus();
  }

  const { problem } = registering;
  const describedBy = problem ? refusedId : undefined;
  return (
    <>
      <form className={styles.form} onSubmit={register} noValidate>
        {problem && (
          <RegistrationRefused
            id={refusedId}
            problem={problem}
            secondsLeft={registering.secondsLeft}
            hasCodeField={codeField !== 'none'}
            onLoginCode={onLoginCode && (() => onLoginCode(code.text))}
          />
        )}
        {codeField !== 'none' && (
          <RegistrationCodeField
            isLocked={codeField === 'locked'}
            isFromLink={props.isFromLink ?? false}
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
          isRunning={registering.isRunning && leavingBy === null}
          mustWait={registering.mustWait || leavingBy !== null}
        />
      </form>
      <ProviderButtons
        providers={props.providers}
        leavingBy={leavingBy}
        disabled={isWaiting || registering.mustWait}
        onChoose={(provider) => void leaveBy(provider)}
      />
    </>
  );
}
