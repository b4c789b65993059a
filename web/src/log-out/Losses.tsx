import { useEffect, useState } from 'react';
import { chatApi } from '../api/chats.ts';
import * as t from '../messages/texts.ts';
import styles from './log-out.module.css';

/** What a guest loses. The number of chats appears when the server says it; nothing waits for it. */
export function Losses() {
  const [chats, setChats] = useState<number | null>(null);

  useEffect(() => {
    let isCurrent = true;
    void chatApi.list().then(({ value }) => isCurrent && value && setChats(value.length));
    return () => {
      isCurrent = false;
    };
  }, []);

  return (
    <dl className={styles.losses}>
      {chats !== null && (
        <div>
          <dt>{t.logOut.chats}</dt>
          <dd>{t.format.number(chats)}</dd>
        </div>
      )}
      <div>
        <dt>{t.logOut.elsewhere}</dt>
        <dd>{t.logOut.elsewhereToo}</dd>
      </div>
    </dl>
  );
}
