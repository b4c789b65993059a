import { type FormEvent, useState } from 'react';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { operatorsApi, type Scope } from '../api/operators.ts';
import { useAct } from '../confirm/use-act.ts';
import { problemText } from '../lists/problem-text.ts';
import * as t from '../messages/texts.ts';
import { CopyText } from '../parts/CopyText.tsx';
import { TickField } from '../parts/Tick.tsx';
import styles from './settings.module.css';

const scopes: Scope[] = ['read', 'codes', 'people', 'settings'];

/** Makes a token, and shows it once. */
export function MakeToken({ onMade }: { onMade: () => void }) {
  const act = useAct();
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<Scope[]>(['read']);
  const [made, setMade] = useState<string | null>(null);
  const [wasTried, setTried] = useState(false);
  const text = t.settings.tokens;

  async function make(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!name.trim() || chosen.length === 0) return;
    const done = await act.run(() => operatorsApi.createToken({ name: name.trim(), scopes: chosen }));
    if (!done) return;
    setMade(done.value.token);
    setOpen(false);
    setName('');
    setTried(false);
    onMade();
  }

  return (
    <>
      {made && (
        <>
          <Notice ground="good">{text.made}</Notice>
          <p className={styles.value}>
            <code dir="ltr">{made}</code>
          </p>
          <CopyText text={made} label={text.copy} />
        </>
      )}
      {!isOpen && (
        <Button variant="default" size="xs" onClick={() => setOpen(true)}>
          {text.make}
        </Button>
      )}
      {isOpen && (
        <form className={styles.form} onSubmit={make} noValidate>
          <TextField
            label={text.name}
            maxLength={60}
            value={name}
            error={wasTried && !name.trim() && text.nameMissing}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <fieldset className={styles.boxes}>
            <legend>{text.scopes}</legend>
            {scopes.map((scope) => (
              <TickField
                key={scope}
                label={text.scope[scope]}
                isChecked={chosen.includes(scope)}
                onChange={(isOn) =>
                  setChosen(isOn ? [...chosen, scope] : chosen.filter((each) => each !== scope))
                }
              />
            ))}
          </fieldset>
          {wasTried && chosen.length === 0 && <ErrorMessage>{text.scopeMissing}</ErrorMessage>}
          {act.problem && <ErrorMessage>{problemText(act.problem)}</ErrorMessage>}
          <ActionButton type="submit" loading={act.isRunning}>
            {text.make}
          </ActionButton>
        </form>
      )}
    </>
  );
}
