import type { Person } from '../api/session.ts';
import { NextSteps } from '../page/NextSteps.tsx';
import { Page } from '../page/Page.tsx';
import styles from '../ui/layout.module.css';

/** The link of a mail was opened by somebody who is in as somebody else. */
export function OtherAccountPage({ person }: { person: Person }) {
  const canLogIn = person.isGuest && person.conversion !== 'off';
  return (
    <Page title="This link belongs to another account">
      <p className={styles.lead}>
        {person.isGuest
          ? 'You are here as a guest. Open the link where you registered, or log in to your account first.'
          : `You are here as ${person.email}. Open the link where you registered, or log out first.`}
      </p>
      <NextSteps canLogIn={canLogIn} />
    </Page>
  );
}
