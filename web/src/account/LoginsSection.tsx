import { Button } from '@mantine/core';
import { useState } from 'react';
import { type Access, type Account, api } from '../api.ts';
import { useProvider } from '../providers/use-provider.ts';
import { sentenceOf } from '../sentences.ts';
import { Refused } from '../ui/Refused.tsx';
import { useAct } from '../ui/use-act.ts';
import styles from './account.module.css';
import { dayOf } from './dates.ts';
import { Section } from './Section.tsx';
import type { Confirmation } from './use-confirmation.ts';

type Props = {
  account: Account;
  access: Access;
  confirmed: Confirmation['confirmed'];
  onChanged: () => void;
};

/** By which providers the member may log in. */
export function LoginsSection({ account, access, confirmed, onChanged }: Props) {
  const acting = useAct();
  const { leave, leavingBy } = useProvider(acting);
  const [unlinking, setUnlinking] = useState<string | null>(null);
  const free = access.providers.filter(({ id }) => !account.logins.some(({ provider }) => provider === id));
  const isBusy = acting.mustWait || leavingBy !== null;

  const link = (provider: string) =>
    leave(provider, 'same', () =>
      confirmed((password) => api.link({ provider, ...(password && { password }) })),
    );

  async function unlink(id: string) {
    setUnlinking(id);
    const answer = await acting.run(() =>
      confirmed((password) => api.unlink(id, { ...(password && { password }) })),
    );
    setUnlinking(null);
    if (answer && (!answer.problem || answer.problem.code === 'NOT_FOUND')) onChanged();
  }

  return (
    <Section title="Ways in">
      {acting.problem && (
        <Refused secondsLeft={acting.secondsLeft}>{sentenceOf(acting.problem.code)}</Refused>
      )}
      {account.logins.length === 0 && (
        <p className={styles.quiet}>
          You log in with your e-mail address and password.
          {free.length > 0 && ' You can link another login, to have a second way in.'}
        </p>
      )}
      <ul className={styles.list}>
        {account.logins.map(({ id, name, createdAt }) => (
          <li key={id} className={styles.entry}>
            <div>
              {name}
              <p className={styles.quiet}>Linked on {dayOf(createdAt)}</p>
            </div>
            <Button
              size="xs"
              variant="default"
              aria-label={`Unlink ${name}`}
              loading={unlinking === id}
              disabled={isBusy}
              onClick={() => void unlink(id)}
            >
              Unlink
            </Button>
          </li>
        ))}
      </ul>
      {free.map(({ id, name }) => (
        <Button
          key={id}
          variant="default"
          loading={leavingBy === id}
          disabled={isBusy}
          onClick={() => void link(id)}
        >
          Link {name}
        </Button>
      ))}
    </Section>
  );
}
