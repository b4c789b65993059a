import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { errorText } from '../messages/error-text.ts';
import * as t from '../messages/texts.ts';
import { Page } from '../page/Page.tsx';
import { useSession } from '../session/context.ts';
import { hasEntered, tryAttempt } from '../session/enter.ts';
import type { Waiting } from '../session/state/state.ts';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { useLatest } from '../ui/hooks/use-latest.ts';
import { useSubmit } from '../ui/hooks/use-submit.ts';
import { Choices, Lead } from '../ui/layout.tsx';

/** How long to wait when the server does not say, in seconds. */
const defaultWait = 5;
/** People who wait together must not all retry at the same moment: each waits up to this many seconds longer. */
const maxSpread = 3;

/** Waits until there is room, then enters by itself. */
export function WaitingPage({ waiting }: { waiting: Waiting }) {
  const session = useSession();
  const entering = useSubmit(waiting.problem);
  const { problem, mustWait, secondsLeft } = entering;

  const enter = useLatest(async () => {
    const answer = await entering.run(() => tryAgain(waiting));
    if (!answer) return;
    if (hasEntered(answer)) return session.sessionChanged('in');
    // Guest access has closed meanwhile: the page before says so.
    if (answer.problem?.code.startsWith('INVITATION_CODE')) return session.stopWaiting();
  });

  useEffect(() => {
    if (!mustWait) void enter.current();
  }, [mustWait, enter]);

  return (
    <Page title={t.signIn.waiting.title}>
      <Lead>{t.signIn.waiting.text}</Lead>
      {problem && <ErrorMessage secondsLeft={secondsLeft}>{errorText(problem.code)}</ErrorMessage>}
      <Choices>
        <Button size="md" variant="default" onClick={session.stopWaiting}>
          {t.signIn.waiting.otherWays}
        </Button>
      </Choices>
    </Page>
  );
}

async function tryAgain({ intention, attemptId }: Waiting): ReturnType<typeof tryAttempt> {
  const answer = await tryAttempt(intention, attemptId);
  if (!answer.problem) return answer;
  const seconds = answer.problem.retryAfterSeconds || defaultWait;
  const retryAfterSeconds = Math.ceil(seconds + Math.random() * maxSpread);
  return { problem: { ...answer.problem, retryAfterSeconds } };
}
