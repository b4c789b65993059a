import { Redirect } from 'wouter';
import type { Person } from '../api/session.ts';
import * as t from '../messages/texts.ts';
import { NextSteps } from '../page/NextSteps.tsx';
import { Page } from '../page/Page.tsx';
import { paths } from '../routes.ts';
import { Lead } from '../ui/layout.tsx';

/** A guest has set a password of an account. They choose what happens to their chats when they log in to it. */
export function PasswordSetForGuestPage({ person }: { person: Person | null }) {
  if (!person?.isGuest) return <Redirect to={person ? paths.newChat : paths.login} replace />;
  const canLogIn = person.conversion !== 'off';
  return (
    <Page title={t.resetPassword.setForGuest.title}>
      <Lead>
        {canLogIn ? t.resetPassword.setForGuest.text : t.resetPassword.setForGuest.textWithoutUpgrade}
      </Lead>
      <NextSteps canLogIn={canLogIn} />
    </Page>
  );
}
