import { type FormEvent, useState } from 'react';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { Form } from '../../ui/Form.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { Fold } from '../../ui/parts/Fold.tsx';
import { rich } from '../../ui/rich.ts';
import { codesApi, type Made } from '../api/codes.ts';
import { useAct } from '../confirm/use-act.ts';
import { Title } from '../frame/Title.tsx';
import { useHouse } from '../house.ts';
import { problemText } from '../lists/problem-text.ts';
import * as t from '../messages/texts.ts';
import { Segments } from '../parts/Segments.tsx';
import { TickField } from '../parts/Tick.tsx';
import { OpenedInputs } from '../terms/OpenedInputs.tsx';
import { bodyOf, emptyForm, maxCodes, maxLetters, problemsOf, sumOf, type Wrong } from './form.ts';
import styles from './make.module.css';
import { NoteField } from './NoteField.tsx';
import { Preview } from './Preview.tsx';

/** The form, and the card that it makes beside it. */
export function MakeForm({ onMade }: { onMade: (made: Made) => void }) {
  const { timeZone } = useHouse().options;
  const act = useAct();
  const [fields, setFields] = useState(() => emptyForm(Date.now(), timeZone));
  const [wrong, setWrong] = useState<Wrong[]>([]);
  const [isOpen, setOpen] = useState(false);
  const text = t.make;
  const sum = sumOf(fields);

  async function make(event: FormEvent) {
    event.preventDefault();
    const now = Date.now();
    const found = problemsOf(fields, now, timeZone);
    setWrong(found);
    if (found.some((each) => ['oneCode', 'opened', 'hours'].includes(each))) setOpen(true);
    if (found.length > 0) return;
    const done = await act.run(() => codesApi.create(bodyOf(fields, now, timeZone)));
    if (done) onMade(done.value);
  }

  type Name = 'count' | 'allowed' | 'from' | 'until' | 'label' | 'code' | 'hours';
  const put = (name: Name) => ({
    value: fields[name],
    onChange: (event: { currentTarget: HTMLInputElement }) =>
      setFields({ ...fields, [name]: event.currentTarget.value }),
  });
  const error = (...names: Wrong[]) => {
    const name = names.find((each) => wrong.includes(each));
    return name ? problemOf(name) : undefined;
  };
  const number = { inputMode: 'numeric', autoComplete: 'off', maxLength: 20 } as const;

  return (
    <>
      <Title title={text.title} text={text.text} />
      <div className={styles.make}>
        <Form problem={wrong.length > 0 ? wrong : null} onSubmit={make}>
          <Segments
            legend={text.kind}
            value={fields.kind}
            isBeside
            choices={[
              { value: 'login', ...text.login },
              { value: 'registration', ...text.registration },
            ]}
            onChange={(kind) => setFields({ ...fields, kind })}
          />
          <div className={styles.pair}>
            <TextField label={text.count} error={error('count')} {...number} {...put('count')} />
            <TextField label={text.allowed} error={error('allowed')} {...number} {...put('allowed')} />
          </div>
          {!fields.isShort && (
            <div className={styles.pair}>
              <TextField label={text.validFrom} type="date" error={error('from')} {...put('from')} />
              <TextField
                label={text.validUntil}
                type="date"
                error={error('until', 'ended', 'order')}
                {...put('until')}
              />
            </div>
          )}
          <TextField label={text.label} hint={text.labelHint} maxLength={200} {...put('label')} />
          <NoteField
            note={fields.note}
            error={error('note')}
            onChange={(note) => setFields({ ...fields, note })}
          />
          <Fold label={text.more} isOpen={isOpen} onToggle={setOpen}>
            <div className={styles.more}>
              <OpenedInputs
                kind={fields.kind}
                fields={fields.opened}
                showsProblems={wrong.includes('opened')}
                onChange={(opened) => setFields({ ...fields, opened })}
              />
              <TextField
                label={text.ownCode}
                hint={text.ownCodeHint}
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck={false}
                maxLength={1000}
                error={error('oneCode')}
                {...put('code')}
              />
              <TickField
                label={text.short}
                hint={text.shortHint}
                isChecked={fields.isShort}
                onChange={(isShort) => setFields({ ...fields, isShort })}
              />
              {fields.isShort && (
                <TextField label={text.hours} error={error('hours')} {...number} {...put('hours')} />
              )}
            </div>
          </Fold>
          {act.problem && (
            <ErrorMessage secondsLeft={act.secondsLeft}>{problemText(act.problem)}</ErrorMessage>
          )}
          <div className={styles.sum}>
            <p>{sum && rich(text.sum(sum.codes, sum.people, (words) => <b key="people">{words}</b>))}</p>
            <ActionButton type="submit" loading={act.isRunning} mustWait={act.secondsLeft > 0}>
              {sum ? text.button(sum.codes) : text.title}
            </ActionButton>
          </div>
        </Form>
        <Preview fields={fields} />
      </div>
    </>
  );
}

function problemOf(wrong: Wrong): string {
  const text = t.make.problems;
  const sentences: Record<Wrong, string> = {
    count: text.count(maxCodes),
    allowed: text.number,
    from: text.day,
    until: text.day,
    order: text.order,
    ended: text.ended,
    hours: text.hours,
    note: text.note(maxLetters),
    oneCode: text.one,
    opened: text.number,
  };
  return sentences[wrong];
}
