import { Button } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import { api } from '../api.ts';
import { PasswordField } from '../ui/PasswordField.tsx';
import { useAct } from '../ui/use-act.ts';
import { useVisit } from '../visit.ts';
import styles from './access.module.css';
import { EmailField } from './EmailField.tsx';
import { RegistrationCodeField } from './RegistrationCodeField.tsx';
import { RegistrationRefused } from './RegistrationRefused.tsx';

type Props = {
  codeField: 'open' | 'locked' | 'none';
  isCodeRequired: boolean;
  givenCode: string;
  /** The given code comes from a link, not from a field of another page. */
  isFromLink: boolean;
  /** The field for another code was just opened. */
  takesFocus: boolean;
  onAnother: () => void;
  /** Takes a login code to the page where it belongs; undefined where there is none. */
  onLoginCode: ((code: string) => void) | undefined;
};

export function RegisterForm(props: Props) {
  const { codeField, isCodeRequired, givenCode, isFromLink, takesFocus, onAnother, onLoginCode } = props;
  const visit = useVisit();
  const registering = useAct();
  const [code, setCode] = useState(givenCode);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const refusedId = useId();
  const latestCode = useRef(code);
  const emailField = useRef<HTMLInputElement>(null);
  const waitsForCode = codeField === 'open' && isCodeRequired && !code.trim();

  async function register(event: FormEvent) {
    event.preventDefault();
    const invitationCode = codeField !== 'none' && code.trim() ? code : undefined;
    const answer = await registering.run(() =>
      api.register({ email: email.trim(), password, ...(invitationCode && { invitationCode }) }),
    );
    if (!answer) return;
    if (!answer.problem || answer.problem.code === 'ALREADY_SIGNED_IN') await visit.sessionChanged();
  }

  /** A code of no use is told before the rest of the form is filled in. */
  async function checkCode() {
    if (!code.trim()) return;
    const { value } = await api.checkCode(code);
    if (latestCode.current !== code) return;
    if (value?.state === 'login') registering.refuse('INVITATION_CODE_WRONG_KIND');
    if (value?.state === 'unusable') registering.refuse('INVITATION_CODE_INVALID');
  }

  /** Enter in the field for the code goes on to what is still empty, before there is a form to send. */
  function moveOn(event: KeyboardEvent) {
    if (email.trim()) return;
    event.preventDefault();
    emailField.current?.focus();
  }

  const refusal = registering.problem?.code;
  const describedBy = registering.problem ? refusedId : undefined;
  return (
    <form className={styles.form} onSubmit={register} noValidate>
      {registering.problem && (
        <RegistrationRefused
          id={refusedId}
          problem={registering.problem}
          secondsLeft={registering.secondsLeft}
          hasCodeField={codeField !== 'none'}
          onLoginCode={onLoginCode && (() => onLoginCode(code))}
        />
      )}
      {codeField !== 'none' && (
        <RegistrationCodeField
          isLocked={codeField === 'locked'}
          isFromLink={isFromLink}
          isRefused={refusal?.startsWith('INVITATION_CODE') ?? false}
          describedBy={describedBy}
          value={code}
          onChange={(text) => {
            setCode(text);
            latestCode.current = text;
            if (refusal?.startsWith('INVITATION_CODE')) registering.refuse(null);
          }}
          onLeave={() => void checkCode()}
          onEnter={moveOn}
          takesFocus={takesFocus}
          onAnother={onAnother}
        />
      )}
      <fieldset className={styles.fields} disabled={waitsForCode}>
        <legend className="visually-hidden">Your account</legend>
        <EmailField
          ref={emailField}
          value={email}
          disabled={waitsForCode}
          error={refusal === 'INVALID_EMAIL' || refusal === 'USER_ALREADY_EXISTS'}
          aria-describedby={describedBy}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordField
          size="md"
          autoComplete="new-password"
          description="At least 8 characters"
          disabled={waitsForCode}
          value={password}
          error={refusal?.startsWith('PASSWORD')}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" size="md" loading={registering.isRunning} disabled={registering.mustWait}>
          Register
        </Button>
      </fieldset>
    </form>
  );
}
