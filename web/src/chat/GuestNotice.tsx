import type { Settings } from '@foyer/policy';
import { Link } from 'wouter';
import type { Person } from '../api/session.ts';
import * as t from '../messages/texts.ts';
import { paths } from '../routes.ts';
import { canUpgrade } from '../session/can-upgrade.ts';
import styles from './ChatPage.module.css';

type Props = { person: Person; settings: Pick<Settings, 'guestCookie'> };

export function GuestNotice({ person, settings }: Props) {
  return (
    <p className={styles.guest}>
      {t.chat.guestNotice} {settings.guestCookie === 'session' && `${t.chat.guestCookieNotice} `}
      <span className={styles.byKey}>{t.chat.guestShiftNotice} </span>
      {canUpgrade(person) && <Link href={paths.createAccount}>{t.common.createAccount}</Link>}
    </p>
  );
}
