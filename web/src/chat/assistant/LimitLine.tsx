import { useEffect } from 'react';
import { Link } from 'wouter';
import type { Person } from '../../api/session.ts';
import * as t from '../../messages/texts.ts';
import { paths } from '../../routes.ts';
import { canUpgrade } from '../../session/can-upgrade.ts';
import { useSession } from '../../session/context.ts';
import { useNow } from '../../ui/hooks/use-now.ts';
import styles from './assistant.module.css';
import { messagesNear, nextChange, timeNear } from './near-limits.ts';

/** What is left of the invitation: quiet when a limit comes near, amber when it is close. */
export function LimitLine({ person }: { person: Person }) {
  const session = useSession();
  const change = nextChange(person);
  const now = useNow(change !== null);
  const isDue = change !== null && now >= change;
  const messages = messagesNear(person);
  const time = timeNear(person, now);

  useEffect(() => {
    if (!isDue) return;
    const ask = () => void session.refresh();
    ask();
    // The clock of the server decides: it may be behind this one.
    const timer = setInterval(ask, 5000);
    return () => clearInterval(timer);
  }, [isDue, session]);

  return (
    <>
      {/* Their words do not change by the second: a screen reader says them once. */}
      <p role="status" className={styles.limit} data-urgent={messages?.isUrgent || undefined}>
        {messages && t.chat.limits.messages(messages, Date.parse(person.terms.dayEndsAt ?? ''))}
      </p>
      <p role="status" className={styles.limit} data-urgent={time?.isUrgent || undefined}>
        {time && (time.isUrgent ? t.chat.limits.endsSoon(time.endsAt) : t.chat.limits.ends(time.endsAt))}
        {time?.isUrgent && canUpgrade(person) && (
          <>
            {' '}
            {t.chat.limits.toKeep} <Link href={paths.createAccount}>{t.common.createAccount}</Link>
          </>
        )}
      </p>
    </>
  );
}
