import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Aside } from '../../ui/layout.tsx';
import { type Operators, operatorsApi } from '../api/operators.ts';
import { Question } from '../confirm/Question.tsx';
import { useHouse } from '../house.ts';
import { LoadError } from '../lists/LoadError.tsx';
import { useLoad } from '../lists/use-load.ts';
import * as t from '../messages/texts.ts';
import { Panel } from '../parts/Panel.tsx';
import styles from './settings.module.css';

type Operator = Operators['operators'][number];

/** Who runs this. */
export function OperatorsPanel() {
  const { me } = useHouse();
  const { value, problem, reload } = useLoad(operatorsApi.list);
  const [leaving, setLeaving] = useState<Operator | null>(null);
  const text = t.settings.operators;
  return (
    <Panel title={text.title}>
      {problem && <LoadError problem={problem} again={reload} />}
      <ul className={styles.entries}>
        {value?.operators.map((operator) => (
          <li key={operator.userId} className={styles.entry}>
            <div>
              {operator.email}
              {operator.userId === me.id && ` (${text.you})`}
              <Aside>
                {text.since(t.zoned.day(operator.since))}
                {operator.twoFactor && ` · ${text.twoFactor}`}
              </Aside>
            </div>
            {value.operators.length > 1 && (
              <Button variant="default" size="xs" onClick={() => setLeaving(operator)}>
                {text.remove}
                <span className="visually-hidden">{` ${operator.email}`}</span>
              </Button>
            )}
          </li>
        ))}
        {value?.links.map(({ email, expiresAt }) => (
          <li key={`${email} ${expiresAt}`}>
            <Aside>
              {email
                ? text.waiting(email, t.zoned.moment(expiresAt))
                : text.firstWaiting(t.zoned.moment(expiresAt))}
            </Aside>
          </li>
        ))}
      </ul>
      <Aside>{text.addHint}</Aside>
      {leaving && (
        <Question
          title={text.removeQuestion.title(leaving.email)}
          text={text.removeQuestion.text}
          button={text.removeQuestion.button}
          isDanger
          act={() => operatorsApi.remove(leaving.userId)}
          onClose={() => setLeaving(null)}
          onDone={() => void reload()}
        />
      )}
    </Panel>
  );
}
