import { type FormEvent, useState } from 'react';
import { ActionButton } from '../../../ui/ActionButton.tsx';
import { PasswordField } from '../../../ui/fields/PasswordField.tsx';
import { operatorsApi, type TwoFactorKeys } from '../../api/operators.ts';
import { useAct } from '../../confirm/use-act.ts';
import { problemText } from '../../lists/problem-text.ts';
import * as t from '../../messages/texts.ts';
import styles from '../settings.module.css';

/** Begins to set up a second factor. */
export function AskPassword({ onKeys }: { onKeys: (keys: TwoFactorKeys) => void }) {
  const act = useAct();
  const [password, setPassword] = useState('');

  async function begin(event: FormEvent) {
    event.preventDefault();
    const done = await act.run(() => operatorsApi.beginTwoFactor(password));
    if (done) onKeys(done.value);
  }

  return (
    <form className={styles.form} onSubmit={begin} noValidate>
      <PasswordField
        label={t.settings.twoFactor.password}
        autoComplete="current-password"
        value={password}
        error={act.problem && problemText(act.problem)}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <ActionButton type="submit" loading={act.isRunning} mustWait={act.secondsLeft > 0}>
        {t.settings.twoFactor.begin}
      </ActionButton>
    </form>
  );
}
