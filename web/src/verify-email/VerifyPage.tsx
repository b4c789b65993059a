import { useState } from 'react';
import { Link, Redirect, useLocation } from 'wouter';
import type { Bootstrap } from '../api/session.ts';
import { errorText } from '../messages/error-text.ts';
import * as t from '../messages/texts.ts';
import { Page } from '../page/Page.tsx';
import { paths } from '../routes.ts';
import { CredentialsForm } from '../sign-in/CredentialsForm.tsx';
import { Button } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { useComeBack } from '../ui/hooks/use-come-back.ts';
import { useCountdown } from '../ui/hooks/use-countdown.ts';
import { Aside, Lead } from '../ui/layout.tsx';
import { rich } from '../ui/rich.ts';
import { OtherAccountPage } from './OtherAccountPage.tsx';
import { type Proof, useVerification } from './use-verification.ts';
import { VerifyByCodePage } from './VerifyByCodePage.tsx';

export default function VerifyPage({ token, bootstrap }: { token: string | null; bootstrap: Bootstrap }) {
  const { person } = bootstrap;
  const [proof, setProof] = useState<Proof | null>(token ? { token } : null);
  const { isDone, setDone, problem, again } = useVerification(proof, person);
  const secondsLeft = useCountdown(problem);
  useComeBack(problem, again);
  const [, go] = useLocation();

  if (isDone) {
    return (
      <Page key="done" title={t.email.verify.confirmed}>
        <Lead>{person ? t.email.verify.youCanChat : t.email.verify.logInToChat}</Lead>
        <Button onClick={() => go(person ? paths.newChat : paths.login, { replace: true })}>
          {person ? t.common.goToChat : t.common.login}
        </Button>
      </Page>
    );
  }
  // The page was reloaded after the link was used: nothing is left to do.
  if (!proof && person?.isGuest) return <Redirect to={paths.newChat} replace />;
  if (!proof || problem?.code === 'LINK_INVALID' || problem?.code === 'MAIL_CODE_INVALID') {
    return (
      <VerifyByCodePage problem={problem} bootstrap={bootstrap} onDone={setDone} onLoginNeeded={setProof} />
    );
  }
  if (problem?.code === 'NOT_SIGNED_IN' && !person) {
    return (
      <Page key="login" title={t.email.verify.logInFirst}>
        <Lead>{t.email.verify.linkStaysValid}</Lead>
        <CredentialsForm bootstrap={{ ...bootstrap, providers: [] }} />
        {bootstrap.providers.length > 0 && (
          <Aside>{rich(t.email.verify.byProvider((text) => <Link href={paths.login}>{text}</Link>))}</Aside>
        )}
      </Page>
    );
  }
  if (problem?.code === 'ALREADY_SIGNED_IN' && person) return <OtherAccountPage person={person} />;
  if (problem) {
    return (
      <Page key="problem" title={t.email.verify.notConfirmed}>
        <ErrorMessage secondsLeft={secondsLeft}>{errorText(problem.code)}</ErrorMessage>
        <Button disabled={secondsLeft > 0} onClick={again}>
          {t.common.tryAgain}
        </Button>
      </Page>
    );
  }
  return (
    <Page key="busy" title={t.email.verify.confirming}>
      <Lead role="status">{t.common.loading}</Lead>
    </Page>
  );
}
