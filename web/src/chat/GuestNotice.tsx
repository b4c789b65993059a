import type { Settings } from '@foyer/policy';
import { Link } from 'wouter';
import type { Person } from '../api/session.ts';
import { paths } from '../routes.ts';
import { canUpgrade } from '../session/can-upgrade.ts';
import styles from './ChatPage.module.css';

type Props = { person: Person; settings: Pick<Settings, 'guestCookie'> };

export function GuestNotice({ person, settings }: Props) {
  return (
    <p className={styles.guest}>
      You are a guest: your chats are deleted when you log out.{' '}
      {settings.guestCookie === 'session' && 'Once you close the browser you cannot come back to them. '}
      <span className={styles.byKey}>
        Shift pressed three times deletes them, too, and shows another site at once.{' '}
      </span>
      {canUpgrade(person) && <Link href={paths.createAccount}>Create account</Link>}
    </p>
  );
}
