import { Redirect } from 'wouter';
import type { Person } from '../api/session.ts';
import { NextSteps } from '../page/NextSteps.tsx';
import { Page } from '../page/Page.tsx';
import { paths } from '../routes.ts';
import styles from '../ui/layout.module.css';

/** A guest has set a new password for an account of theirs. What becomes of their chats they say when they log in to it. */
export function PasswordSetForGuestPage({ person }: { person: Person | null }) {
  if (!person?.isGuest) return <Redirect to={person ? paths.newChat : paths.login} replace />;
  const canLogIn = person.conversion !== 'off';
  return (
    <Page title="Your new password is set">
      <p className={styles.lead}>
        {canLogIn
          ? 'You are still here as a guest: log in to your account and say what becomes of your chats.'
          : 'You are still here as a guest: log out first, then log in to your account.'}
      </p>
      <NextSteps canLogIn={canLogIn} />
    </Page>
  );
}
