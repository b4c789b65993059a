import { Link } from 'wouter';
import type { Person } from '../api.ts';
import styles from './ChatPage.module.css';

export function GuestNotice({ person }: { person: Person }) {
  return (
    <p className={styles.guest}>
      You are a guest: your chats are deleted when you log out.{' '}
      {person.conversion !== 'off' && <Link href="/create-account">Create account</Link>}
    </p>
  );
}
