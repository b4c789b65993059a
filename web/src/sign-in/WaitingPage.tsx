import { useEffect, useState } from 'react';
import { errorText } from '../messages/error-text.ts';
import * as t from '../messages/texts.ts';
import { Page } from '../page/Page.tsx';
import { useSession } from '../session/context.ts';
import { hasEntered, tryAttempt } from '../session/enter.ts';
import type { Waiting } from '../session/state/state.ts';
import { Button } from '../ui/Button.tsx';
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
  const [hasEnded, setEnded] = useState(false);

  const enter = useLatest(async () => {
    const answer = await entering.run(() => tryAgain(waiting));
    if (!answer) return;
    if (hasEntered(answer)) return session.sessionChanged('in');
    if (!answer.problem?.code.startsWith('INVITATION_CODE')) return;
    // Guest access has closed meanwhile: the page before says so. Of a code nobody else says it.
    if ('code' in waiting.intention) setEnded(true);
    else session.stopWaiting();
  });

  useEffect(() => {
    if (!mustWait && !hasEnded) void enter.current();
  }, [mustWait, hasEnded, enter]);

  const isFull = waiting.problem.code === 'ROOM_FULL';
  return (
    <Page title={isFull ? t.signIn.waiting.full : t.signIn.waiting.title}>
      <Lead>{leadOf(hasEnded, isFull)}</Lead>
      {problem && !hasEnded && problem.code !== 'ROOM_FULL' && (
        <ErrorMessage secondsLeft={secondsLeft}>{errorText(problem.code)}</ErrorMessage>
      )}
      <Choices>
        <Button variant="default" onClick={session.stopWaiting}>
          {t.signIn.waiting.otherWays}
        </Button>
      </Choices>
    </Page>
  );
}

function leadOf(hasEnded: boolean, isFull: boolean): string {
  if (hasEnded) return t.signIn.waiting.ended;
  return isFull ? t.signIn.waiting.fullText : t.signIn.waiting.text;
}

async function tryAgain({ intention, attemptId }: Waiting): ReturnType<typeof tryAttempt> {
  const answer = await tryAttempt(intention, attemptId);
  if (!answer.problem) return answer;
  const seconds = answer.problem.retryAfterSeconds || defaultWait;
  const retryAfterSeconds = Math.ceil(seconds + Math.random() * maxSpread);
  return { problem: { ...answer.problem, retryAfterSeconds } };
}
