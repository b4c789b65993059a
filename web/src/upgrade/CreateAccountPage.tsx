import { useState } from 'react';
import { Link, useSearch } from 'wouter';
import type { Access, Person } from '../api/client.ts';
import { Frame } from '../page/Page.tsx';
import type { Setback } from '../session/address/oauth-error.ts';
import { type Link as CodeLink, useVisit } from '../session/context.ts';
import { SetbackNotice } from '../sign-in/providers/OAuthErrorMessage.tsx';
import { RegisterForm } from '../sign-in/register/RegisterForm.tsx';
import styles from '../ui/layout.module.css';
import { codeForAccount } from './code-for-account.ts';
import { ExistingAccountPage } from './ExistingAccountPage.tsx';

type Props = {
  access: Access;
  person: Person;
  /** A code in the link that the guest has opened. */
  link: CodeLink | null;
  setback: Setback | null;
};

/** A guest becomes a member; whoever has an account already may log in to it instead. */
export default function CreateAccountPage({ access, person, link, setback }: Props) {
  const visit = useVisit();
  const code = codeForAccount(access, link);
  // A code that could not be checked waits in the field.
  const given = link?.state === 'none' ? link.code : code;
  const [wantsAnother, setWantsAnother] = useState(false);
  const openField = wantsAnother || person.conversion === 'code' ? 'open' : 'none';
  const isTaken = setback?.refusal === 'ACCOUNT_EXISTS' || setback?.refusal === 'PROVIDER_NOT_LINKED';
  const hasAccount = new URLSearchParams(useSearch()).get('have') === 'account';
  const [existing, setExisting] = useState<{ email: string; isTaken: boolean } | null>(
    isTaken || hasAccount ? { email: '', isTaken } : null,
  );

  if (existing) {
    return (
      <ExistingAccountPage
        access={access}
        email={existing.email}
        isTaken={existing.isTaken}
        setback={setback}
        onAnother={() => setExisting(null)}
      />
    );
  }
  return (
    <Frame title="Create account">
      <p className={styles.lead}>All your chats stay, and you find them again on any device.</p>
      {!isTaken && <SetbackNotice setback={setback} access={access} />}
      <RegisterForm
        key={String(wantsAnother)}
        way="convert"
        access={access}
        codeField={code && !wantsAnother ? 'locked' : openField}
        isCodeRequired={person.conversion === 'code'}
        givenCode={wantsAnother ? '' : given}
        isFromLink
        takesFocus={wantsAnother}
        onAnother={() => setWantsAnother(true)}
        onDone={() => visit.sessionChanged('same', { of: 'convert' })}
        onRefused={(refusal, email) => {
          if (refusal === 'ACCOUNT_EXISTS') setExisting({ email, isTaken: true });
          return (refusal === 'NOT_A_GUEST' || refusal === 'NOT_SIGNED_IN') && visit.refresh();
        }}
      />
      <p className={styles.aside}>
        You have an account?{' '}
        <button
          type="button"
          className="text-button"
          onClick={() => setExisting({ email: '', isTaken: false })}
        >
          Log in to it
        </button>
      </p>
      <p className={styles.aside}>
        Not now? <Link href={visit.chatPath()}>Stay as guest</Link>
      </p>
    </Frame>
  );
}
