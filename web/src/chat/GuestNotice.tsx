import { Link } from 'wouter';
import type { Person } from '../api.ts';
import { canBecomeMember } from '../conversion/can-become-member.ts';
import styles from './ChatPage.module.css';

export function GuestNotice({ person }: { person: Person }) {
  return (
    <p className={styles.guest}>
      You are a guest: your chats are deleted when you log out.{' '}
      <span className={styles.byKey}>
        Shift pressed three times deletes them, too, and shows another site at once.{' '}
      </span>
      {canBecomeMember(person) && <Link href="/create-account">Create account</Link>}
    </p>
  );
}
