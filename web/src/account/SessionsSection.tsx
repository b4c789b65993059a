import { useRef, useState } from 'react';
import { type Account, accountApi } from '../api/account.ts';
import type { Answer } from '../api/problem.ts';
import { errorText } from '../messages/error-text.ts';
import * as t from '../messages/texts.ts';
import { useMemberSubmit } from '../session/use-member-submit.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Aside } from '../ui/layout.tsx';
import { Section } from '../ui/Section.tsx';
import styles from './account.module.css';

type Props = { account: Account; onChanged: () => Promise<void> };

export function SessionsSection({ account: { sessions }, onChanged }: Props) {
  const ending = useMemberSubmit();
  const [which, setWhich] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // The current session comes first.
  const own = sessions.filter(({ isCurrent }) => isCurrent);
  const others = sessions.filter(({ isCurrent }) => !isCurrent);

  async function end(name: string, act: () => Promise<Answer<unknown>>) {
    setWhich(name);
    const answer = await ending.run(act);
    setWhich(null);
    // The session has ended already: that is what the person wanted.
    if (answer?.problem?.code === 'NOT_FOUND') ending.refuse(null);
    if (!answer) return;
    await onChanged();
    // The button that had the focus may be gone with its session.
    if (!answer.problem) heading.current?.focus();
  }

  return (
    <Section title={t.account.sessions.title} heading={heading}>
      {ending.problem && (
        <ErrorMessage secondsLeft={ending.secondsLeft}>{errorText(ending.problem.code)}</ErrorMessage>
      )}
      <ul className={styles.list}>
        {[...own, ...others].map((session) => (
          <SessionEntry
            key={session.id}
            session={session}
            isEnding={which === session.id}
            mustWait={ending.mustWait}
            onEnd={() => void end(session.id, () => accountApi.endSession(session.id))}
          />
        ))}
      </ul>
      {others.length > 0 ? (
        <ActionButton
          variant="default"
          loading={which === 'others'}
          mustWait={ending.mustWait}
          onClick={() => void end('others', accountApi.endOtherSessions)}
        >
          {t.account.sessions.logOutOthers}
        </ActionButton>
      ) : (
        <Aside>{t.account.sessions.none}</Aside>
      )}
    </Section>
  );
}

type EntryProps = {
  session: Account['sessions'][number];
  isEnding: boolean;
  mustWait: boolean;
  onEnd: () => void;
};

function SessionEntry({ session, isEnding, mustWait, onEnd }: EntryProps) {
  const { device, createdAt, lastActiveAt, isCurrent } = session;
  const text = t.account.sessions;
  const name = device || text.unknownDevice;
  return (
    <li className={styles.entry}>
      <div>
        {name}
        <Aside>{text.since(createdAt)}</Aside>
        <Aside>{isCurrent ? text.thisDevice : text.lastActive(lastActiveAt)}</Aside>
      </div>
      {!isCurrent && (
        <ActionButton size="xs" variant="default" loading={isEnding} mustWait={mustWait} onClick={onEnd}>
          {text.logOut}
          <span className="visually-hidden">{text.ofDevice(name)}</span>
        </ActionButton>
      )}
    </li>
  );
}
