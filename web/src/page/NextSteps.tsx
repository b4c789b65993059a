import { Link } from 'wouter';
import * as t from '../messages/texts.ts';
import { paths } from '../routes.ts';
import { Aside } from '../ui/layout.tsx';

/** Links for a signed-in person whose link from an email did not work. */
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
