import { useRef, useState } from 'react';
import { type Account, accountApi } from '../api/account.ts';
import type { Bootstrap } from '../api/session.ts';
import { errorText } from '../messages/error-text.ts';
import * as t from '../messages/texts.ts';
import { useMemberSubmit } from '../session/use-member-submit.ts';
import { nameOf } from '../sign-in/providers/provider-name.ts';
import { useOAuth } from '../sign-in/providers/use-oauth.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Aside } from '../ui/layout.tsx';
import { Section } from '../ui/Section.tsx';
import styles from './account.module.css';
import type { Confirmation } from './confirm/use-confirmation.ts';

type Props = {
  account: Account;
  bootstrap: Bootstrap;
  withConfirmation: Confirmation['withConfirmation'];
  onChanged: () => Promise<void>;
};

export function LoginsSection({ account, bootstrap, withConfirmation, onChanged }: Props) {
  const acting = useMemberSubmit();
  const { leave, chosen, leavingFor } = useOAuth(acting);
  const [unlinking, setUnlinking] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const free = bootstrap.providers.filter(
    ({ id }) => !account.logins.some(({ provider }) => provider === id),
  );
  const isBusy = acting.mustWait || leavingFor !== null;

  const link = (provider: string) =>
    leave({ purpose: 'link', provider }, () =>
      withConfirmation((password) => accountApi.link({ provider, ...(password && { password }) })),
    );

  async function unlink(id: string) {
    setUnlinking(id);
    const answer = await acting.run(() =>
      withConfirmation((password) => accountApi.unlink(id, { ...(password && { password }) })),
    );
    setUnlinking(null);
    if (!answer || (answer.problem && answer.problem.code !== 'NOT_FOUND')) return;
    // The login is gone already: that is what the person wanted.
    if (answer.problem) acting.refuse(null);
    await onChanged();
    // The button that had the focus is gone with its login.
    heading.current?.focus();
  }

  return (
    <Section title={t.account.logins.title} heading={heading}>
      {acting.problem && (
        <ErrorMessage secondsLeft={acting.secondsLeft}>
          {errorText(acting.problem.code, nameOf(bootstrap, chosen))}
        </ErrorMessage>
      )}
      {account.logins.length === 0 && free.length > 0 && <Aside>{t.account.logins.linkAnother}</Aside>}
      <ul className={styles.list}>
        {account.hasPassword && (
          <li className={styles.entry}>
            <div>
              {t.common.password}
              <Aside>{t.account.logins.withEmail}</Aside>
            </div>
          </li>
        )}
        {account.logins.map((login) => (
          <LinkedLogin
            key={login.id}
            login={login}
            isUnlinking={unlinking === login.id}
            mustWait={isBusy}
            onUnlink={() => void unlink(login.id)}
          />
        ))}
      </ul>
      {free.map(({ id, name }) => (
        <ActionButton
          key={id}
          variant="default"
          loading={leavingFor === id}
          mustWait={isBusy}
          onClick={() => void link(id)}
        >
          {t.account.logins.link(name)}
        </ActionButton>
      ))}
    </Section>
  );
}

type LoginProps = {
  login: Account['logins'][number];
  isUnlinking: boolean;
  mustWait: boolean;
  onUnlink: () => void;
};

function LinkedLogin({ login: { name, createdAt }, isUnlinking, mustWait, onUnlink }: LoginProps) {
  return (
    <li className={styles.entry}>
      <div>
        {name}
        <Aside>{t.account.logins.linkedOn(createdAt)}</Aside>
      </div>
      <ActionButton
        size="xs"
        variant="default"
        aria-label={t.account.logins.unlinkProvider(name)}
        loading={isUnlinking}
        mustWait={mustWait}
        onClick={onUnlink}
      >
        {t.account.logins.unlink}
      </ActionButton>
    </li>
  );
}
