import { Link } from 'wouter';
import * as t from '../messages/texts.ts';
import { paths } from '../routes.ts';
import { Aside } from '../ui/layout.tsx';

/** Where somebody who is in goes on from the link of a mail that was of no use to them. */
export function NextSteps({ canLogIn }: { canLogIn: boolean }) {
  return (
    <Aside>
      {canLogIn && (
        <>
          <Link href={paths.existingAccount}>{t.pages.logInToAccount}</Link>,{' '}
        </>
      )}
      <Link href={paths.newChat}>{t.common.goToChat}</Link>
    </Aside>
  );
}
