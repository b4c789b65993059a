import { Button } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { api } from '../api.ts';
import { sentenceOf } from '../sentences.ts';
import { PasswordField } from '../ui/PasswordField.tsx';
import { Refused } from '../ui/Refused.tsx';
import { useAct } from '../ui/use-act.ts';
import { useVisit } from '../visit.ts';
import styles from './access.module.css';
import { EmailField } from './EmailField.tsx';
import { ForgotPassword } from './ForgotPassword.tsx';

/** Login by e-mail and password. */
export function CredentialsForm() {
  const visit = useVisit();
  const loggingIn = useAct();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const refusedId = useId();

  async function logIn(event: FormEvent) {
    event.preventDefault();
    if (!email.trim() || !password) return loggingIn.refuse('INVALID_EMAIL_OR_PASSWORD');
    const answer = await loggingIn.run(() => api.login({ email: email.trim(), password }));
    if (!answer) return;
    if (!answer.problem || answer.problem.code === 'ALREADY_SIGNED_IN') await visit.sessionChanged();
  }

  const { problem } = loggingIn;
  const field = {
    error: problem?.code === 'INVALID_EMAIL_OR_PASSWORD' || problem?.code === 'INVALID_EMAIL',
    'aria-describedby': problem ? refusedId : undefined,
  };
  return (
    <form className={styles.form} onSubmit={logIn} noValidate>
      {problem && (
        <Refused id={refusedId} secondsLeft={loggingIn.secondsLeft}>
          {sentenceOf(problem.code)}
        </Refused>
      )}
      <EmailField {...field} value={email} onChange={(event) => setEmail(event.currentTarget.value)} />
      <PasswordField
        {...field}
        size="md"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" size="md" loading={loggingIn.isRunning} disabled={loggingIn.mustWait}>
        Login
      </Button>
      <ForgotPassword />
    </form>
  );
}
