import { Button } from '@mantine/core';
import { Link, Redirect, useLocation } from 'wouter';
import type { Bootstrap } from '../api/session.ts';
import { errorText } from '../messages/errors.ts';
import { InvalidLinkPage } from '../page/InvalidLinkPage.tsx';
import { Page } from '../page/Page.tsx';
import { paths } from '../routes.ts';
import { CredentialsForm } from '../sign-in/CredentialsForm.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import styles from '../ui/layout.module.css';
import { useCountdown } from '../ui/use-countdown.ts';
import { OtherAccountPage } from './OtherAccountPage.tsx';
import { useVerification } from './use-verification.ts';

/** The link of a mail was opened: it confirms an e-mail address. */
export default function VerifyPage({ token, bootstrap }: { token: string | null; bootstrap: Bootstrap }) {
  const { person } = bootstrap;
  const { isDone, problem, again } = useVerification(token, person);
  const secondsLeft = useCountdown(problem);
  const [, go] = useLocation();

  if (isDone) {
    return (
      <Page key="done" title="Your e-mail address is confirmed">
        <p className={styles.lead}>{person ? 'You can chat now.' : 'Log in to chat.'}</p>
        <Button size="md" onClick={() => go(person ? paths.newChat : paths.login, { replace: true })}>
          {person ? 'Go to the chat' : 'Login'}
        </Button>
      </Page>
    );
  }
  // Loaded again after it was of use: there is nothing left to do here.
  if (!token && person && !person.mustVerify) return <Redirect to={paths.newChat} replace />;
  if (!token || problem?.code === 'LINK_INVALID') {
    return (
      <InvalidLinkPage>
        {person ? <Link href={paths.newChat}>Go to the chat</Link> : <Link href={paths.login}>Login</Link>}:
        if your address is not confirmed yet, you can ask for another link there.
      </InvalidLinkPage>
    );
  }
  if (problem?.code === 'NOT_SIGNED_IN' && !person) {
    return (
      <Page key="login" title="Log in to confirm your e-mail address">
        <p className={styles.lead}>This browser does not know you yet. Your link stays good meanwhile.</p>
        <CredentialsForm bootstrap={{ ...bootstrap, providers: [] }} />
        {bootstrap.providers.length > 0 && (
          <p className={styles.aside}>
            You log in by a provider? <Link href={paths.login}>Log in first</Link>, then open the link in the
            mail again.
          </p>
        )}
      </Page>
    );
  }
  if (problem?.code === 'ALREADY_SIGNED_IN' && person) return <OtherAccountPage person={person} />;
  if (problem) {
    return (
      <Page key="problem" title="Your e-mail address is not confirmed yet">
        <ErrorMessage secondsLeft={secondsLeft}>{errorText(problem.code)}</ErrorMessage>
        <Button size="md" disabled={secondsLeft > 0} onClick={again}>
          Try again
        </Button>
      </Page>
    );
  }
  return (
    <Page key="busy" title="Confirming your e-mail address">
      <p role="status" className={styles.lead}>
        One moment…
      </p>
    </Page>
  );
}
