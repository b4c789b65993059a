import { Button } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { errorText } from '../../messages/error-text.ts';
import * as t from '../../messages/texts.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { Form } from '../../ui/Form.tsx';
import { PasswordField } from '../../ui/fields/PasswordField.tsx';
import { useSubmit } from '../../ui/hooks/use-submit.ts';
import { DialogActions } from '../../ui/layout.tsx';
import type { Confirmation } from './use-confirmation.ts';

export function ConfirmByPassword({ question }: { question: NonNullable<Confirmation['question']> }) {
  const confirming = useSubmit();
  const [password, setPassword] = useState('');
  const errorId = useId();
  const { problem } = confirming;

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
      {problem && (
        <ErrorMessage id={errorId} secondsLeft={confirming.secondsLeft}>
          {errorText(problem.code)}
        </ErrorMessage>
      )}
      <PasswordField
        size="md"
        autoComplete="current-password"
        data-autofocus
        value={password}
        error={problem?.code.includes('PASSWORD')}
        aria-describedby={problem ? errorId : undefined}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <DialogActions>
        <Button variant="default" onClick={question.cancel}>
          {t.common.cancel}
        </Button>
        <ActionButton type="submit" loading={confirming.isRunning} mustWait={confirming.mustWait}>
          {t.account.confirm.button}
        </ActionButton>
      </DialogActions>
    </Form>
  );
}
