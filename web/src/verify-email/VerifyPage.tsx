import { useState } from 'react';
import { Link, Redirect, useLocation } from 'wouter';
import type { Problem } from '../api/problem.ts';
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
import { OtherAccount } from './OtherAccount.tsx';
import { type Proof, useVerification } from './use-verification.ts';
import { VerifyByCode } from './VerifyByCode.tsx';

export default function VerifyPage({ token, bootstrap }: { token: string | null; bootstrap: Bootstrap }) {
  const { person } = bootstrap;
  const [proof, setProof] = useState<Proof | null>(token ? { token } : null);
  const { isDone, setDone, problem, again } = useVerification(proof, person);
  const secondsLeft = useCountdown(problem);
  useComeBack(problem, again);
  const [, go] = useLocation();

  // The page was reloaded after the link was used: nothing is left to do.
  if (!isDone && !proof && person?.isGuest) return <Redirect to={paths.newChat} replace />;

  const isOfCode = !proof || problem?.code === 'LINK_INVALID' || problem?.code === 'MAIL_CODE_INVALID';
  const step = isDone ? 'done' : isOfCode ? 'code' : stepAt(problem, person);
  const isLinkInvalid = problem?.code === 'LINK_INVALID' || !bootstrap.sendsMail;
  const titles = {
    done: t.email.verify.confirmed,
    code: isLinkInvalid ? t.pages.invalidLink.title : t.email.confirm.title,
    login: t.email.verify.logInFirst,
    otherAccount: t.email.otherAccount.title,
    problem: t.email.verify.notConfirmed,
    busy: t.email.verify.confirming,
  };
  return (
    <Page step={step} title={titles[step]}>
      {step === 'done' && (
        <>
          <Lead>{person ? t.email.verify.youCanChat : t.email.verify.logInToChat}</Lead>
          <Button onClick={() => go(person ? paths.newChat : paths.login, { replace: true })}>
            {person ? t.common.goToChat : t.common.login}
          </Button>
        </>
      )}
      {step === 'code' && (
        <VerifyByCode problem={problem} bootstrap={bootstrap} onDone={setDone} onLoginNeeded={setProof} />
      )}
      {step === 'login' && (
        <>
          <Lead>{t.email.verify.linkStaysValid}</Lead>
          <CredentialsForm bootstrap={{ ...bootstrap, providers: [] }} />
          {bootstrap.providers.length > 0 && (
            <Aside>{rich(t.email.verify.byProvider((text) => <Link href={paths.login}>{text}</Link>))}</Aside>
          )}
        </>
      )}
      {step === 'otherAccount' && person && <OtherAccount person={person} />}
      {step === 'problem' && problem && (
        <>
          <ErrorMessage secondsLeft={secondsLeft}>{errorText(problem.code)}</ErrorMessage>
          <Button disabled={secondsLeft > 0} onClick={again}>
            {t.common.tryAgain}
          </Button>
        </>
      )}
      {step === 'busy' && <Lead role="status">{t.common.loading}</Lead>}
    </Page>
  );
}

function stepAt(problem: Problem | null, person: Bootstrap['person']) {
  if (!problem) return 'busy';
  if (problem.code === 'NOT_SIGNED_IN' && !person) return 'login';
  return problem.code === 'ALREADY_SIGNED_IN' && person ? 'otherAccount' : 'problem';
}
