import { type FormEvent, useState } from 'react';
import { common } from '../../messages/texts.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { Form } from '../../ui/Form.tsx';
import { PasswordField } from '../../ui/fields/PasswordField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useCountdown } from '../../ui/hooks/use-countdown.ts';
import { DialogActions } from '../../ui/layout.tsx';
import { operatorsApi } from '../api/operators.ts';
import type { Problem } from '../api/problem.ts';
import { problemText } from '../lists/problem-text.ts';
import * as t from '../messages/texts.ts';

type Props = { hasTwoFactor: boolean; email: string; settle: (isConfirmed: boolean) => void };

export function ConfirmForm({ hasTwoFactor, email, settle }: Props) {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [isRunning, setRunning] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isMissing, setMissing] = useState(false);
  const secondsLeft = useCountdown(problem, () => setProblem(null));
  const asksCode = hasTwoFactor || problem?.code.startsWith('SECOND_FACTOR');
  const text = problem && problemText(problem);
  const isOfPassword = problem?.code === 'WRONG_PASSWORD';
  const isOfCode = problem?.code.startsWith('SECOND_FACTOR') ?? false;

  async function send(event: FormEvent) {
    event.preventDefault();
    setMissing(!password);
    if (!password || isRunning || secondsLeft > 0) return;
    setRunning(true);
    const answer = await operatorsApi.confirm({
      password,
      ...(asksCode && code.trim() && { code: code.trim() }),
    });
    setRunning(false);
    setProblem(answer.problem ?? null);
    if (!answer.problem) settle(true);
  }

  return (
    <Form isInDialog problem={problem} onSubmit={send}>
      <p>{hasTwoFactor ? t.frame.confirm.textWithCode : t.frame.confirm.text}</p>
      {text && !isOfPassword && !isOfCode && <ErrorMessage secondsLeft={secondsLeft}>{text}</ErrorMessage>}
      <input hidden autoComplete="username" value={email} readOnly />
      <PasswordField
        autoComplete="current-password"
        data-autofocus
        value={password}
        error={isMissing ? t.frame.confirm.passwordMissing : isOfPassword && text}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {asksCode && (
        <TextField
          label={t.frame.confirm.code}
          autoComplete="one-time-code"
          maxLength={100}
          value={code}
          error={isOfCode && text}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
      )}
      <DialogActions>
        <ActionButton type="submit" loading={isRunning} mustWait={secondsLeft > 0}>
          {t.frame.confirm.button}
        </ActionButton>
        <Button variant="subtle" onClick={() => settle(false)}>
          {common.cancel}
        </Button>
      </DialogActions>
    </Form>
  );
}
