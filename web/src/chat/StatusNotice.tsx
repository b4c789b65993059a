import type { Settings } from '@foyer/policy';
import { Link } from 'wouter';
import type { Person } from '../api/session.ts';
import { LeaveQuickly } from '../log-out/LeaveQuickly.tsx';
import * as t from '../messages/texts.ts';
import { paths } from '../routes.ts';
import { canUpgrade } from '../session/can-upgrade.ts';
import { urgentText, type WhatIsLeft } from './assistant/what-is-left.ts';
import styles from './StatusNotice.module.css';

type Props = { person: Person; settings: Pick<Settings, 'guestCookie'>; left: WhatIsLeft };

/** Who one is here and what will be lost; close to a limit, in amber, what is left. */
export function StatusNotice({ person, settings, left }: Props) {
  const urgent = urgentText(left);
  if (!person.isGuest && !urgent) return null;
  return (
    <section
      aria-label={t.chat.guest.label}
      className={styles.notice}
      data-urgent={urgent !== null || undefined}
    >
      <div className={styles.words}>
        {/* Its words do not change by the second: a screen reader says them once. */}
        <p role="status">{urgent && <b key={urgent}>{urgent}</b>}</p>
        {person.isGuest && !urgent && (
          <p>
            <b>{t.chat.guest.who}</b>{' '}
            <span>
              {settings.guestCookie === 'session' ? t.chat.guest.lossWithBrowser : t.chat.guest.loss}
            </span>{' '}
            <span className={styles.byKey}>{t.chat.guest.byShift}</span>
          </p>
        )}
      </div>
      {person.isGuest && (
        <div className={styles.acts}>
          {canUpgrade(person) && <Link href={paths.createAccount}>{t.common.createAccount}</Link>}
          <LeaveQuickly />
        </div>
      )}
    </section>
  );
}
