import { Button } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { type Account, api } from '../api/client.ts';
import { sentenceOf } from '../messages/errors.ts';
import { useVisit } from '../session/context.ts';
import { useMemberAct } from '../session/use-member-submit.ts';
import { ActButton } from '../ui/ActionButton.tsx';
import styles from '../ui/dialog.module.css';
import { Refused } from '../ui/ErrorMessage.tsx';
import { Form } from '../ui/Form.tsx';
import { PasswordField } from '../ui/PasswordField.tsx';
import { dangerColour } from '../ui/theme.ts';
import { LogInAgain } from './confirm/LogInAgain.tsx';

/** Says what will be lost, and asks who it is: by the password, or by a new login where there is none. */
export function DeleteAccountForm({ account, onClose }: { account: Account; onClose: () => void }) {
  const visit = useVisit();
  const deleting = useMemberAct();
  const [password, setPassword] = useState('');
  const refusedId = useId();
  const { problem } = deleting;
  const [isDoubted, setDoubted] = useState(!account.isFresh);
  const asksPassword = account.hasPassword && isDoubted;
  const asksLogin = !account.hasPassword && isDoubted;

  async function remove(event: FormEvent) {
    event.preventDefault();
    if (asksPassword && !password) return deleting.refuse('PASSWORD_MISSING');
    await deleting.run(
      () => api.deleteAccount(asksPassword ? { password } : {}),
      async ({ problem }) => {
        if (problem?.code === 'CONFIRM_IDENTITY') setDoubted(true);
        if (!problem) await visit.sessionChanged('deleted');
      },
    );
  }

  return (
    <Form className={styles.body} problem={problem} onSubmit={remove}>
      <p>
        Your account, {account.email}, all your chats and everything in them are deleted from the server at
        once, on all devices. Nobody can bring them back.
      </p>
      {problem && (
        <Refused id={refusedId} secondsLeft={deleting.secondsLeft}>
          {sentenceOf(problem.code)}
        </Refused>
      )}
      {asksPassword && (
        <PasswordField
          size="md"
          autoComplete="current-password"
          value={password}
          error={problem?.code.includes('PASSWORD')}
          aria-describedby={problem ? refusedId : undefined}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      )}
      {asksLogin && <LogInAgain account={account} />}
      <div className={styles.actions}>
        <Button variant="default" onClick={onClose} data-autofocus>
          Keep it
        </Button>
        {!asksLogin && (
          <ActButton
            type="submit"
            color={dangerColour}
            loading={deleting.isRunning}
            mustWait={deleting.mustWait}
          >
            Delete everything
          </ActButton>
        )}
      </div>
    </Form>
  );
}
