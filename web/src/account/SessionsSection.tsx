import { Button } from '@mantine/core';
import { useState } from 'react';
import { type Account, type Answer, api } from '../api.ts';
import { sentenceOf } from '../sentences.ts';
import { Refused } from '../ui/Refused.tsx';
import { useAct } from '../ui/use-act.ts';
import styles from './account.module.css';
import { momentOf } from './dates.ts';
import { Section } from './Section.tsx';

type Props = { account: Account; onChanged: () => void };

/** Where the member is logged in. */
export function SessionsSection({ account: { sessions }, onChanged }: Props) {
  const ending = useAct();
  const [which, setWhich] = useState<string | null>(null);
  const hasOthers = sessions.some(({ isCurrent }) => !isCurrent);

  async function end(name: string, act: () => Promise<Answer<unknown>>) {
    setWhich(name);
    const answer = await ending.run(act);
    setWhich(null);
    // A session that has ended meanwhile is what was wanted.
    if (answer?.problem?.code === 'NOT_FOUND') ending.refuse(null);
    if (answer) onChanged();
  }

  return (
    <Section title="Sessions">
      {ending.problem && (
        <Refused secondsLeft={ending.secondsLeft}>{sentenceOf(ending.problem.code)}</Refused>
      )}
      <ul className={styles.list}>
        {sessions.map(({ id, device, createdAt, lastActiveAt, isCurrent }) => (
          <li key={id} className={styles.entry}>
            <div>
              {device}
              <p className={styles.quiet}>Since {momentOf(createdAt)}</p>
              <p className={styles.quiet}>
                {isCurrent ? 'This device, active now' : `Last active ${momentOf(lastActiveAt)}`}
              </p>
            </div>
            {!isCurrent && (
              <Button
                size="xs"
                variant="default"
                loading={which === id}
                disabled={ending.mustWait}
                onClick={() => void end(id, () => api.endSession(id))}
              >
                End<span className="visually-hidden"> the session on {device}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {hasOthers ? (
        <Button
          variant="default"
          loading={which === 'others'}
          disabled={ending.mustWait}
          onClick={() => void end('others', api.endOtherSessions)}
        >
          End all others
        </Button>
      ) : (
        <p className={styles.quiet}>You are logged in nowhere else.</p>
      )}
    </Section>
  );
}
