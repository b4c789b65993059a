import type { Person } from '../api/session.ts';
import * as t from '../messages/texts.ts';
import { NextSteps } from '../page/NextSteps.tsx';
import { Lead } from '../ui/layout.tsx';

/** The link in an email was opened by a person who is signed in as somebody else. */
export function OtherAccount({ person }: { person: Person }) {
  const canLogIn = person.isGuest && person.conversion !== 'off';
  return (
    <>
      <Lead>
        {person.isGuest ? t.email.otherAccount.textForGuest : t.email.otherAccount.text(person.email ?? '')}
      </Lead>
      <NextSteps canLogIn={canLogIn} />
    </>
  );
}
