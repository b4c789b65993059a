import type { Person } from '../api/session.ts';
import * as t from '../messages/texts.ts';
import { NextSteps } from '../page/NextSteps.tsx';
import { Page } from '../page/Page.tsx';
import styles from '../ui/layout.module.css';

/** The link of a mail was opened by somebody who is in as somebody else. */
export function OtherAccountPage({ person }: { person: Person }) {
  const canLogIn = person.isGuest && person.conversion !== 'off';
  return (
    <Page title={t.email.otherAccount.title}>
      <p className={styles.lead}>
        {person.isGuest ? t.email.otherAccount.textForGuest : t.email.otherAccount.text(person.email ?? '')}
      </p>
      <NextSteps canLogIn={canLogIn} />
    </Page>
  );
}
