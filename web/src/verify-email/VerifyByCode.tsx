import { Link } from 'wouter';
import type { TypedMailCode } from '../api/email.ts';
import type { Problem } from '../api/problem.ts';
import type { Bootstrap } from '../api/session.ts';
import { errorText } from '../messages/error-text.ts';
import * as t from '../messages/texts.ts';
import { paths } from '../routes.ts';
import { ConfirmByCode } from '../sign-in/register/ConfirmByCode.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Aside, Lead } from '../ui/layout.tsx';

type Props = {
  /** Why the link did not work; null without a link. */
  problem: Problem | null;
  bootstrap: Bootstrap;
  onDone: () => void;
  onLoginNeeded: (typed: TypedMailCode) => void;
};

/** The address was opened without a link that works: the code in the letter does as well. */
export function VerifyByCode({ problem, bootstrap: { person, sendsMail }, onDone, onLoginNeeded }: Props) {
  const wayOn = person ? (
    <Link href={paths.newChat}>{t.common.goToChat}</Link>
  ) : (
    <Link href={paths.login}>{t.common.login}</Link>
  );
  if (!sendsMail)
    return (
      <>
        <ErrorMessage>{errorText('LINK_INVALID')}</ErrorMessage>
        <Lead>{wayOn}</Lead>
      </>
    );
  const isConfirmed = person !== null && !person.mustVerify;
  return (
    <>
      {problem && <ErrorMessage>{errorText(problem.code)}</ErrorMessage>}
      <Lead>{isConfirmed ? t.email.byCode.forNewAddress(person.email ?? '') : t.email.byCode.text}</Lead>
      <ConfirmByCode
        isSignedIn={person !== null}
        resend={isConfirmed ? 'never' : 'now'}
        onDone={onDone}
        onLoginNeeded={onLoginNeeded}
      />
      {!isConfirmed && <Aside>{t.email.byCode.newLetter}</Aside>}
      <Aside>{wayOn}</Aside>
    </>
  );
}
