import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { Form } from '../../ui/Form.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { showToast } from '../../ui/toast/toast.ts';
import { type CodeInFull, codesApi } from '../api/codes.ts';
import { Buttons } from '../confirm/Buttons.tsx';
import { useAct } from '../confirm/use-act.ts';
import { useHouse } from '../house.ts';
import * as t from '../messages/texts.ts';
import { changesOf, editFieldsOf } from '../terms/edit.ts';
import { numberOf } from '../terms/number.ts';
import { OpenedInputs } from '../terms/OpenedInputs.tsx';
import { hasWrongNumber } from '../terms/opened.ts';
import styles from './code.module.css';
import { effectsOf } from './effects.ts';

type Props = {
  code: CodeInFull;
  onClose: () => void;
  onChanged: (code: CodeInFull) => void;
  reload: () => Promise<void>;
};

/** Changes the terms of a code, and says which people the change concerns. */
export function EditDialog({ code: shown, onClose, onChanged, reload }: Props) {
  const { timeZone } = useHouse().options;
  const act = useAct();
  // A race: the page reads the code again meanwhile. What is saved is based on what the form began with.
  const [code] = useState(shown);
  const [fields, setFields] = useState(() => editFieldsOf(code, timeZone));
  const [wasTried, setTried] = useState(false);
  const text = t.code.edit;
  const changes = changesOf(code, fields, timeZone);
  const effects = effectsOf(code, changes);
  const problems = {
    allowed: !numberOf(fields.allowed) && t.make.problems.number,
    from: !fields.from && t.make.problems.day,
    until: (!fields.until && t.make.problems.day) || (fields.until < fields.from && t.make.problems.order),
  };
  const isStale = act.problem?.code === 'CHANGED_MEANWHILE';

  async function save(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (Object.values(problems).some(Boolean) || hasWrongNumber(fields.opened, code.kind)) return;
    if (Object.keys(changes).length === 0) return onClose();
    const done = await act.run(() => codesApi.change(code.id, { version: code.version, ...changes }));
    if (!done) return;
    onChanged(done.value);
    onClose();
    showToast({ text: text.saved });
  }

  async function loadAgain() {
    await reload();
    onClose();
  }

  const put = (name: 'allowed' | 'from' | 'until' | 'label') => ({
    value: fields[name],
    onChange: (event: { currentTarget: HTMLInputElement }) =>
      setFields({ ...fields, [name]: event.currentTarget.value }),
  });
  return (
    <Dialog title={text.title} onClose={onClose}>
      <Form isInDialog problem={wasTried ? problems : null} onSubmit={save}>
        <TextField
          label={t.make.allowed}
          inputMode="numeric"
          data-autofocus
          maxLength={20}
          error={wasTried && problems.allowed}
          {...put('allowed')}
        />
        <div className={styles.pair}>
          <TextField
            label={t.make.validFrom}
            type="date"
            error={wasTried && problems.from}
            {...put('from')}
          />
          <TextField
            label={t.make.validUntil}
            type="date"
            error={wasTried && problems.until}
            {...put('until')}
          />
        </div>
        <TextField label={t.make.label} hint={t.make.labelHint} maxLength={200} {...put('label')} />
        <OpenedInputs
          kind={code.kind}
          fields={fields.opened}
          showsProblems={wasTried}
          onChange={(opened) => setFields({ ...fields, opened })}
        />
        {effects.length > 0 && (
          <ul className={styles.effects} aria-live="polite">
            {effects.map((effect) => (
              <li key={effect}>{effect}</li>
            ))}
          </ul>
        )}
        {isStale && (
          <Button variant="default" onClick={() => void loadAgain()}>
            {text.loadAgain}
          </Button>
        )}
        <Buttons act={act} label={t.frame.save} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
