import type { Chat } from '../../api/chats.ts';
import type { Person } from '../../api/session.ts';
import * as t from '../../messages/texts.ts';
import styles from './assistant.module.css';
import { Portrait } from './Portrait.tsx';

type Props = { assistant: Chat['assistant']; person: Person; onBeginning: (text: string) => void };

/** A longer greeting is set in smaller letters, in UTF-16 units. */
const longWords = 90;

/** An empty chat: who answers, what to expect, and how to begin. */
export function Greeting({ assistant, person, onBeginning }: Props) {
  const { name, greeting, beginnings, picture } = assistant;
  const words = greeting ?? t.chat.welcome;
  const expectations = expectationsOf(assistant, person);
  return (
    <section aria-label={name ?? t.chat.thread.assistant} className={styles.greeting}>
      {(name || picture) && <Portrait assistant={assistant} size="big" />}
      <p className={styles.words} dir="auto" data-long={words.length > longWords || undefined}>
        {words}
      </p>
      {expectations.length > 0 && (
        <ul className={styles.expectations}>
          {expectations.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {beginnings.length > 0 && (
        <ul aria-label={t.chat.beginnings} className={styles.beginnings}>
          {beginnings.map((text) => (
            <li key={text}>
              <button type="button" dir="auto" className={styles.beginning} onClick={() => onBeginning(text)}>
                {text}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** For what, what is limited, what is kept. The notice of guests says the last, where there is nothing else to say. */
function expectationsOf({ name }: Chat['assistant'], { isGuest, terms, left }: Person): string[] {
  const endsAt = left.endsAt === null ? null : Date.parse(left.endsAt);
  const limits = t.chat.expect.limits({ ...terms, endsAt });
  if (isGuest && name === null && limits === '') return [];
  const kept = !isGuest
    ? t.chat.expect.kept
    : endsAt === null
      ? t.chat.expect.deleted
      : t.chat.expect.deletedAtEnd;
  return [name === null ? '' : t.chat.expect.with(name), limits, kept].filter((line) => line !== '');
}
