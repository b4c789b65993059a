import { Button } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { type Account, accountApi } from '../api/account.ts';
import { errorText } from '../messages/error-text.ts';
import * as t from '../messages/texts.ts';
import { useSession } from '../session/context.ts';
import { useMemberSubmit } from '../session/use-member-submit.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Form } from '../ui/Form.tsx';
import { PasswordField } from '../ui/fields/PasswordField.tsx';
import { DialogActions } from '../ui/layout.tsx';
import { LogInAgain } from './confirm/LogInAgain.tsx';

export function DeleteAccountForm({ account, onClose }: { account: Account; onClose: () => void }) {
  const session = useSession();
  const deleting = useMemberSubmit();
  const [password, setPassword] = useState('');
  const errorId = useId();
  const { problem } = deleting;
  const [isDoubted, setDoubted] = useState(!account.isFresh);
  const asksPassword = account.hasPassword && isDoubted;
  const asksLogin = !account.hasPassword && isDoubted;

  async function remove(event: FormEvent) {
    event.preventDefault();
    if (asksPassword && !password) return deleting.refuse('PASSWORD_MISSING');
    await deleting.run(
      () => accountApi.remove(asksPassword ? { password } : {}),
      async ({ problem }) => {
        if (problem?.code === 'CONFIRM_IDENTITY') setDoubted(true);
        if (!problem) await session.sessionChanged('deleted');
      },
    );
  }

  return (
    <Form isInDialog problem={problem} onSubmit={remove}>
      <p>{t.account.remove.warning(account.email)}</p>
      {problem && (
        <ErrorMessage id={errorId} secondsLeft={deleting.secondsLeft}>
          {errorText(problem.code)}
        </ErrorMessage>
      )}
      {asksPassword && (
        <PasswordField
          size="md"
          autoComplete="current-password"
          value={password}
          error={problem?.code.includes('PASSWORD')}
          aria-describedby={problem ? errorId : undefined}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      )}
      {asksLogin && <LogInAgain account={account} />}
      <DialogActions>
        <Button variant="default" onClick={onClose} data-autofocus>
          {t.account.remove.keep}
        </Button>
        {!asksLogin && (
          <ActionButton
            type="submit"
            variant="danger"
            loading={deleting.isRunning}
            mustWait={deleting.mustWait}
          >
            {t.account.remove.confirm}
          </ActionButton>
        )}
      </DialogActions>
    </Form>
  );
}
