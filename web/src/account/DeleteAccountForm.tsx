import { type FormEvent, useState } from 'react';
import { type Account, accountApi } from '../api/account.ts';
import { errorText } from '../messages/error-text.ts';
import * as t from '../messages/texts.ts';
import { useSession } from '../session/context.ts';
import { useMemberSubmit } from '../session/use-member-submit.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { Button } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Form } from '../ui/Form.tsx';
import { PasswordField } from '../ui/fields/PasswordField.tsx';
import { DialogActions } from '../ui/layout.tsx';
import { LogInAgain } from './confirm/LogInAgain.tsx';

export function DeleteAccountForm({ account, onClose }: { account: Account; onClose: () => void }) {
  const session = useSession();
  const deleting = useMemberSubmit();
  const [password, setPassword] = useState('');
  const { problem } = deleting;
  const text = problem && errorText(problem.code);
  const [isDoubted, setDoubted] = useState(!account.isFresh);
  const asksPassword = account.hasPassword && isDoubted;
  const isOfField = asksPassword && (problem?.code.includes('PASSWORD') ?? false);
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
      {text && !isOfField && <ErrorMessage secondsLeft={deleting.secondsLeft}>{text}</ErrorMessage>}
      {asksPassword && (
        <PasswordField
          autoComplete="current-password"
          value={password}
          error={isOfField && text}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      )}
      {asksLogin && <LogInAgain account={account} />}
      <DialogActions>
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
        <Button variant="subtle" onClick={onClose} data-autofocus>
          {t.account.remove.keep}
        </Button>
      </DialogActions>
    </Form>
  );
}
