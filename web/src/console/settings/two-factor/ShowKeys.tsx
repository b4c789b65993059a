import { type FormEvent, useState } from 'react';
import { ActionButton } from '../../../ui/ActionButton.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { operatorsApi, type TwoFactorKeys } from '../../api/operators.ts';
import { useAct } from '../../confirm/use-act.ts';
import { problemText } from '../../lists/problem-text.ts';
import * as t from '../../messages/texts.ts';
import { CopyText } from '../../parts/CopyText.tsx';
import { Facts } from '../../parts/Facts.tsx';
import { Qr } from '../../parts/Qr.tsx';
import styles from '../settings.module.css';

/** The keys for an app, and the recovery codes. The factor is in force after the first code of the app. */
export function ShowKeys({ keys, onConfirmed }: { keys: TwoFactorKeys; onConfirmed: () => void }) {
  const act = useAct();
  const [code, setCode] = useState('');
  const text = t.settings.twoFactor;

  async function confirm(event: FormEvent) {
    event.preventDefault();
    if (await act.run(() => operatorsApi.confirmTwoFactor(code.trim()))) onConfirmed();
  }

  return (
    <form className={styles.form} onSubmit={confirm} noValidate>
      <p>{text.scan}</p>
      <div className={styles.qr}>
        <Qr text={keys.uri} label={text.scan} />
      </div>
      <Facts facts={[[text.key, keys.secret]]} />
      <p>{text.recovery}</p>
      <ul className={styles.codes} dir="ltr">
        {keys.recoveryCodes.map((recovery) => (
          <li key={recovery}>{recovery}</li>
        ))}
      </ul>
      <CopyText text={keys.recoveryCodes.join('\n')} label={text.copyRecovery} />
      <TextField
        label={text.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={20}
        value={code}
        error={act.problem && problemText(act.problem)}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <ActionButton type="submit" loading={act.isRunning} mustWait={act.secondsLeft > 0}>
        {text.confirm}
      </ActionButton>
    </form>
  );
}
