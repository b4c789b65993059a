import { decideAccess, type Access as Offer } from '@foyer/policy';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { Access } from '../../api/client.ts';
import { fetched } from '../../page/lazy-page.tsx';
import { Frame } from '../../page/Page.tsx';
import { useVisit } from '../../session/context.ts';
import { forgetReturn } from '../../session/return-to.ts';
import styles from '../../ui/layout.module.css';
import { RegisterForm } from './RegisterForm.tsx';

const CheckYourMailPage = fetched(() => import('../../verify-email/CheckYourMailPage.tsx'));

type Props = {
  offer: Extract<Offer, { page: 'register' }>;
  access: Access;
  notice: ReactNode;
  /** The code that the visitor brings from a link or another page, or an empty text. */
  code: string;
  isFromLink: boolean;
};

export function RegisterPage({ offer, access, notice, code, isFromLink }: Props) {
  const visit = useVisit();
  const [wantsAnother, setWantsAnother] = useState(false);
  const [mailedTo, setMailedTo] = useState<string | null>(null);
  const withoutLink = decideAccess(access.settings, 'register', 'none');
  const isRequired = withoutLink.page === 'register' && withoutLink.codeField === 'open';
  const login = decideAccess(access.settings, 'login', 'none');
  const canUseLoginCode = login.page === 'login' && login.codeField !== 'none';

  function goOn() {
    // What somebody wanted to see before is not theirs: their account is new.
    forgetReturn();
    return visit.sessionChanged('in');
  }

  if (mailedTo !== null)
    return <CheckYourMailPage email={mailedTo} onAnother={() => visit.leadToLogin(mailedTo)} />;
  return (
    <Frame title="Register">
      {notice}
      <RegisterForm
        key={String(wantsAnother)}
        way="register"
        access={access}
        codeField={wantsAnother ? 'open' : offer.codeField}
        isCodeRequired={isRequired}
        givenCode={wantsAnother ? '' : code}
        isFromLink={isFromLink}
        takesFocus={wantsAnother}
        onAnother={() => setWantsAnother(true)}
        onLoginCode={
          canUseLoginCode ? (typed) => visit.carry({ code: typed, state: 'none', page: 'login' }) : undefined
        }
        onDone={(email, user) => (user ? goOn() : setMailedTo(email))}
        onRefused={(refusal) => refusal === 'ALREADY_SIGNED_IN' && visit.sessionChanged('in')}
      />
      <p className={styles.aside}>
        {access.sendsMail ? 'You have an account, or have just registered?' : 'You have an account?'}{' '}
        <Link href="/login">Login</Link>
      </p>
    </Frame>
  );
}
