import { Button, Modal } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { type Account, api } from '../api.ts';
import { sentenceOf } from '../sentences.ts';
import styles from '../ui/dialog.module.css';
import { PasswordField } from '../ui/PasswordField.tsx';
import { Refused } from '../ui/Refused.tsx';
import { dangerColour } from '../ui/theme.ts';
import { useAct } from '../ui/use-act.ts';
import { useVisit } from '../visit.ts';
import { LogInAgain } from './LogInAgain.tsx';

/** Says what will be lost, and asks who it is: by the password, or by a new login where there is none. */
export function DeleteAccountDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const visit = useVisit();
  const deleting = useAct();
  const [password, setPassword] = useState('');
  const refusedId = useId();
  const { problem } = deleting;
  const [isDoubted, setDoubted] = useState(!account.isFresh);
  const asksPassword = account.hasPassword && isDoubted;
  const asksLogin = !account.hasPassword && isDoubted;

  async function remove(event: FormEvent) {
    event.preventDefault();
    if (asksPassword && !password) return deleting.refuse('WRONG_PASSWORD');
    const answer = await deleting.run(() => api.deleteAccount(asksPassword ? { password } : {}));
    if (answer?.problem?.code === 'CONFIRM_IDENTITY') setDoubted(true);
    if (answer && !answer.problem) await visit.sessionChanged('deleted');
  }

  return (
    <Modal opened onClose={onClose} title="Delete your account?" withCloseButton={false}>
      <form className={styles.body} onSubmit={remove} noValidate>
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
            error={problem?.code === 'WRONG_PASSWORD'}
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
            <Button
              type="submit"
              color={dangerColour}
              loading={deleting.isRunning}
              disabled={deleting.mustWait}
            >
              Delete everything
            </Button>
          )}
        </div>
      </form>
    </Modal>
  );
}
