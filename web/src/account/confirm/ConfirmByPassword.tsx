import { type FormEvent, useState } from 'react';
import { errorText } from '../../messages/error-text.ts';
import * as t from '../../messages/texts.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { Form } from '../../ui/Form.tsx';
import { PasswordField } from '../../ui/fields/PasswordField.tsx';
import { useSubmit } from '../../ui/hooks/use-submit.ts';
import { DialogActions } from '../../ui/layout.tsx';
import type { Confirmation } from './use-confirmation.ts';

export function ConfirmByPassword({ question }: { question: NonNullable<Confirmation['question']> }) {
  const confirming = useSubmit();
  const [password, setPassword] = useState('');
  const { problem } = confirming;
  const text = problem && errorText(problem.code);
  const isOfField = problem?.code.includes('PASSWORD') ?? false;

  async function confirm(event: FormEvent) {
    event.preventDefault();
    if (!password) return confirming.refuse('PASSWORD_MISSING');
    await confirming.run(async () => {
      const met = await question.try(password);
      return met ? { problem: met } : { value: null };
    });
  }

  return (
    <Form isInDialog problem={problem} onSubmit={confirm}>
      <p>{t.account.confirm.byPassword}</p>
      {text && !isOfField && <ErrorMessage secondsLeft={confirming.secondsLeft}>{text}</ErrorMessage>}
      <PasswordField
        autoComplete="current-password"
        data-autofocus
        value={password}
        error={isOfField && text}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <DialogActions>
        <ActionButton type="submit" loading={confirming.isRunning} mustWait={confirming.mustWait}>
          {t.account.confirm.button}
        </ActionButton>
        <Button variant="subtle" onClick={question.cancel}>
          {t.common.cancel}
        </Button>
      </DialogActions>
    </Form>
  );
}
