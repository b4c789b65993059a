import { Button } from '@mantine/core';
import { Link, Redirect, useLocation } from 'wouter';
import type { Access } from '../api/client.ts';
import { sentenceOf } from '../messages/errors.ts';
import { InvalidLinkPage } from '../page/InvalidLinkPage.tsx';
import { Frame } from '../page/Page.tsx';
import { CredentialsForm } from '../sign-in/CredentialsForm.tsx';
import { Refused } from '../ui/ErrorMessage.tsx';
import styles from '../ui/layout.module.css';
import { useCountdown } from '../ui/use-countdown.ts';
import { OtherAccountPage } from './OtherAccountPage.tsx';
import { useVerification } from './use-verification.ts';

/** The link of a mail was opened: it confirms an e-mail address. */
export default function VerifyPage({ token, access }: { token: string | null; access: Access }) {
  const { person } = access;
  const { isDone, problem, again } = useVerification(token, person);
  const secondsLeft = useCountdown(problem);
  const [, go] = useLocation();

  if (isDone) {
    return (
      <Frame key="done" title="Your e-mail address is confirmed">
        <p className={styles.lead}>{person ? 'You can chat now.' : 'Log in to chat.'}</p>
        <Button size="md" onClick={() => go(person ? '/chat' : '/login', { replace: true })}>
          {person ? 'Go to the chat' : 'Login'}
        </Button>
      </Frame>
    );
  }
  // Loaded again after it was of use: there is nothing left to do here.
  if (!token && person && !person.mustVerify) return <Redirect to="/chat" replace />;
  if (!token || problem?.code === 'LINK_INVALID') {
    return (
      <InvalidLinkPage>
        {person ? <Link href="/chat">Go to the chat</Link> : <Link href="/login">Login</Link>}: if your
        address is not confirmed yet, you can ask for another link there.
      </InvalidLinkPage>
    );
  }
  if (problem?.code === 'NOT_SIGNED_IN' && !person) {
    return (
      <Frame key="login" title="Log in to confirm your e-mail address">
        <p className={styles.lead}>This browser does not know you yet. Your link stays good meanwhile.</p>
        <CredentialsForm access={{ ...access, providers: [] }} />
        {access.providers.length > 0 && (
          <p className={styles.aside}>
            You log in by a provider? <Link href="/login">Log in first</Link>, then open the link in the mail
            again.
          </p>
        )}
      </Frame>
    );
  }
  if (problem?.code === 'ALREADY_SIGNED_IN' && person) return <OtherAccountPage person={person} />;
  if (problem) {
    return (
      <Frame key="problem" title="Your e-mail address is not confirmed yet">
        <Refused secondsLeft={secondsLeft}>{sentenceOf(problem.code)}</Refused>
        <Button size="md" disabled={secondsLeft > 0} onClick={again}>
          Try again
        </Button>
      </Frame>
    );
  }
  return (
    <Frame key="busy" title="Confirming your e-mail address">
      <p role="status" className={styles.lead}>
        One moment…
      </p>
    </Frame>
  );
}
