import { decideAccess, type Access as Offer } from '@foyer/policy';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { Bootstrap } from '../../api/session.ts';
import * as t from '../../messages/texts.ts';
import { lazyPage } from '../../page/lazy-page.tsx';
import { Page } from '../../page/Page.tsx';
import { paths } from '../../routes.ts';
import { useSession } from '../../session/context.ts';
import { Under } from '../../ui/layout.tsx';
import { rich } from '../../ui/rich.ts';
import { RegisterForm } from './RegisterForm.tsx';

const CheckYourMailPage = lazyPage(() => import('./CheckYourMailPage.tsx'));

type Props = {
  offer: Extract<Offer, { page: 'register' }>;
  bootstrap: Bootstrap;
  notice: ReactNode;
  /** The code from a link or from another page; an empty text for none. */
  code: string;
  isFromLink: boolean;
};

export function RegisterPage({ offer, bootstrap, notice, code, isFromLink }: Props) {
  const session = useSession();
  const [wantsAnother, setWantsAnother] = useState(false);
  const [mailedTo, setMailedTo] = useState<string | null>(null);
  const withoutLink = decideAccess(bootstrap.settings, 'register', 'none');
  const isRequired = withoutLink.page === 'register' && withoutLink.codeField === 'open';
  const login = decideAccess(bootstrap.settings, 'login', 'none');
  const canUseLoginCode = login.page === 'login' && login.codeField !== 'none';

  function goOn() {
    // The account is new: the page to return to belonged to somebody else.
    session.forgetReturn();
    return session.sessionChanged('in');
  }

  if (mailedTo !== null)
    return <CheckYourMailPage email={mailedTo} onAnother={() => session.correctEmail(mailedTo)} />;
  return (
    <Page title={t.common.register} isLong>
      {notice}
      <RegisterForm
        key={String(wantsAnother)}
        flow="register"
        bootstrap={bootstrap}
        codeField={wantsAnother ? 'open' : offer.codeField}
        isCodeRequired={isRequired}
        givenCode={wantsAnother ? '' : code}
        isFromLink={isFromLink}
        takesFocus={wantsAnother}
        onAnother={() => setWantsAnother(true)}
        onLoginCode={
          canUseLoginCode
            ? (typed) => session.carry({ code: typed, state: 'none', page: 'login' })
            : undefined
        }
        onDone={(email, user) => (user ? goOn() : setMailedTo(email))}
        onRefused={(refusal) => refusal === 'ALREADY_SIGNED_IN' && session.sessionChanged('in')}
      />
      <Under>{rich(t.register.haveAccount((text) => <Link href={paths.login}>{text}</Link>))}</Under>
    </Page>
  );
}
