import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { showToast } from '../../../ui/toast/toast.ts';
import { operatorsApi, type TwoFactorKeys } from '../../api/operators.ts';
import { Question } from '../../confirm/Question.tsx';
import { useHouse } from '../../house.ts';
import * as t from '../../messages/texts.ts';
import { Panel } from '../../parts/Panel.tsx';
import { AskPassword } from './AskPassword.tsx';
import { ShowKeys } from './ShowKeys.tsx';

/** The operator's own second factor. */
export function TwoFactorPanel() {
  const { me } = useHouse();
  const [isOn, setOn] = useState(me.twoFactor);
  const [step, setStep] = useState<'password' | 'ending' | null>(null);
  const [keys, setKeys] = useState<TwoFactorKeys | null>(null);
  const text = t.settings.twoFactor;
  return (
    <Panel title={text.title}>
      <p>{isOn ? text.on : text.off}</p>
      {!isOn && !keys && step === null && (
        <Button variant="default" size="xs" onClick={() => setStep('password')}>
          {text.begin}
        </Button>
      )}
      {step === 'password' && (
        <AskPassword
          onKeys={(made) => {
            setKeys(made);
            setStep(null);
          }}
        />
      )}
      {keys && (
        <ShowKeys
          keys={keys}
          onConfirmed={() => {
            setKeys(null);
            setOn(true);
            showToast({ text: text.turnedOn });
          }}
        />
      )}
      {isOn && (
        <Button variant="default" size="xs" onClick={() => setStep('ending')}>
          {text.end}
        </Button>
      )}
      {step === 'ending' && (
        <Question
          {...text.endQuestion}
          isDanger
          act={operatorsApi.endTwoFactor}
          onClose={() => setStep(null)}
          onDone={() => {
            setOn(false);
            showToast({ text: text.turnedOff });
          }}
        />
      )}
    </Panel>
  );
}
