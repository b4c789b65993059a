import { Button, Modal } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import type { Account } from '../api.ts';
import { sentenceOf } from '../sentences.ts';
import styles from '../ui/dialog.module.css';
import { PasswordField } from '../ui/PasswordField.tsx';
import { Refused } from '../ui/Refused.tsx';
import { useAct } from '../ui/use-act.ts';
import { LogInAgain } from './LogInAgain.tsx';
import type { Confirmation } from './use-confirmation.ts';

type Props = { question: NonNullable<Confirmation['question']>; account: Account };

/** Asks for the password, or for another login where there is none, before what the person wanted is done. */
export function ConfirmDialog({ question, account }: Props) {
  const confirming = useAct();
  const [password, setPassword] = useState('');
  const refusedId = useId();
  const { problem } = confirming;

  async function confirm(event: FormEvent) {
    event.preventDefault();
    if (!password) return confirming.refuse('WRONG_PASSWORD');
    await confirming.run(async () => {
      const met = await question.try(password);
      return met ? { problem: met } : { value: null };
    });
  }

  return (
    <Modal opened onClose={question.giveUp} title="Confirm that it is you" withCloseButton={false}>
      {account.hasPassword ? (
        <form className={styles.body} onSubmit={confirm} noValidate>
          <p>You logged in a while ago. Give your password to go on.</p>
          {problem && (
            <Refused id={refusedId} secondsLeft={confirming.secondsLeft}>
              {sentenceOf(problem.code)}
            </Refused>
          )}
          <PasswordField
            size="md"
            autoComplete="current-password"
            data-autofocus
            value={password}
            error={problem?.code === 'WRONG_PASSWORD'}
            aria-describedby={problem ? refusedId : undefined}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <div className={styles.actions}>
            <Button variant="default" onClick={question.giveUp}>
              Cancel
            </Button>
            <Button type="submit" loading={confirming.isRunning} disabled={confirming.mustWait}>
              Confirm
            </Button>
          </div>
        </form>
      ) : (
        <div className={styles.body}>
          <LogInAgain account={account} />
          <div className={styles.actions}>
            <Button variant="default" onClick={question.giveUp}>
              Cancel
            </Button>
          </div>
        </div>
      )}
    </Modal>
  );
}
