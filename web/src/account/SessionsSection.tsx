import { useRef, useState } from 'react';
import { type Account, type Answer, api } from '../api/client.ts';
import { momentOf } from '../messages/dates.ts';
import { sentenceOf } from '../messages/errors.ts';
import { Section } from '../page/Section.tsx';
import { useMemberAct } from '../session/use-member-submit.ts';
import { ActButton } from '../ui/ActionButton.tsx';
import { Refused } from '../ui/ErrorMessage.tsx';
import styles from './account.module.css';

type Props = { account: Account; onChanged: () => Promise<void> };

/** Where the member is logged in. */
export function SessionsSection({ account: { sessions }, onChanged }: Props) {
  const ending = useMemberAct();
  const [which, setWhich] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // Their own comes first; the others as they come.
  const own = sessions.filter(({ isCurrent }) => isCurrent);
  const others = sessions.filter(({ isCurrent }) => !isCurrent);

  async function end(name: string, act: () => Promise<Answer<unknown>>) {
    setWhich(name);
    const answer = await ending.run(act);
    setWhich(null);
    // A session that has ended meanwhile is what was wanted.
    if (answer?.problem?.code === 'NOT_FOUND') ending.refuse(null);
    if (!answer) return;
    await onChanged();
    // The button that was pressed may be gone with its session.
    if (!answer.problem) heading.current?.focus();
  }

  return (
    <Section title="Sessions" heading={heading}>
      {ending.problem && (
        <Refused secondsLeft={ending.secondsLeft}>{sentenceOf(ending.problem.code)}</Refused>
      )}
      <ul className={styles.list}>
        {[...own, ...others].map(({ id, device, createdAt, lastActiveAt, isCurrent }) => (
          <li key={id} className={styles.entry}>
            <div>
              {device}
              <p className={styles.quiet}>Since {momentOf(createdAt)}</p>
              <p className={styles.quiet}>
                {isCurrent ? 'This device, active now' : `Last active ${momentOf(lastActiveAt)}`}
              </p>
            </div>
            {!isCurrent && (
              <ActButton
                size="xs"
                variant="default"
                loading={which === id}
                mustWait={ending.mustWait}
                onClick={() => void end(id, () => api.endSession(id))}
              >
                End<span className="visually-hidden"> the session on {device}</span>
              </ActButton>
            )}
          </li>
        ))}
      </ul>
      {others.length > 0 ? (
        <ActButton
          variant="default"
          loading={which === 'others'}
          mustWait={ending.mustWait}
          onClick={() => void end('others', api.endOtherSessions)}
        >
          End all others
        </ActButton>
      ) : (
        <p className={styles.quiet}>You are logged in nowhere else.</p>
      )}
    </Section>
  );
}
