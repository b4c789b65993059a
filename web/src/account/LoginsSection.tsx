import { useRef, useState } from 'react';
import { type Access, type Account, api } from '../api/client.ts';
import { dayOf } from '../messages/dates.ts';
import { sentenceOf } from '../messages/errors.ts';
import { Section } from '../page/Section.tsx';
import { useMemberAct } from '../session/use-member-submit.ts';
import { nameOf } from '../sign-in/providers/provider-name.ts';
import { useProvider } from '../sign-in/providers/use-oauth.ts';
import { ActButton } from '../ui/ActionButton.tsx';
import { Refused } from '../ui/ErrorMessage.tsx';
import styles from './account.module.css';
import type { Confirmation } from './confirm/use-confirmation.ts';

type Props = {
  account: Account;
  access: Access;
  confirmed: Confirmation['confirmed'];
  onChanged: () => Promise<void>;
};

/** By what the member may log in. */
export function LoginsSection({ account, access, confirmed, onChanged }: Props) {
  const acting = useMemberAct();
  const { leave, chosen, leavingBy } = useProvider(acting);
  const [unlinking, setUnlinking] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const free = access.providers.filter(({ id }) => !account.logins.some(({ provider }) => provider === id));
  const isBusy = acting.mustWait || leavingBy !== null;

  const link = (provider: string) =>
    leave({ purpose: 'link', provider }, () =>
      confirmed((password) => api.link({ provider, ...(password && { password }) })),
    );

  async function unlink(id: string) {
    setUnlinking(id);
    const answer = await acting.run(() =>
      confirmed((password) => api.unlink(id, { ...(password && { password }) })),
    );
    setUnlinking(null);
    if (!answer || (answer.problem && answer.problem.code !== 'NOT_FOUND')) return;
    // A login that is gone already is what was wanted.
    if (answer.problem) acting.refuse(null);
    await onChanged();
    // The button that was pressed is gone with its login.
    heading.current?.focus();
  }

  return (
    <Section title="Ways in" heading={heading}>
      {acting.problem && (
        <Refused secondsLeft={acting.secondsLeft}>
          {sentenceOf(acting.problem.code, nameOf(access, chosen))}
        </Refused>
      )}
      {account.logins.length === 0 && free.length > 0 && (
        <p className={styles.quiet}>You can link another login, to have a second way in.</p>
      )}
      <ul className={styles.list}>
        {account.hasPassword && (
          <li className={styles.entry}>
            <div>
              Password
              <p className={styles.quiet}>With your e-mail address</p>
            </div>
          </li>
        )}
        {account.logins.map(({ id, name, createdAt }) => (
          <li key={id} className={styles.entry}>
            <div>
              {name}
              <p className={styles.quiet}>Linked on {dayOf(createdAt)}</p>
            </div>
            <ActButton
              size="xs"
              variant="default"
              aria-label={`Unlink ${name}`}
              loading={unlinking === id}
              mustWait={isBusy}
              onClick={() => void unlink(id)}
            >
              Unlink
            </ActButton>
          </li>
        ))}
      </ul>
      {free.map(({ id, name }) => (
        <ActButton
          key={id}
          variant="default"
          loading={leavingBy === id}
          mustWait={isBusy}
          onClick={() => void link(id)}
        >
          Link {name}
        </ActButton>
      ))}
    </Section>
  );
}
