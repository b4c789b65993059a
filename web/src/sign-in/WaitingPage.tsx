import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { sentenceOf } from '../messages/errors.ts';
import { Frame } from '../page/Page.tsx';
import { useVisit, type Waiting } from '../session/context.ts';
import { isIn, tryAttempt } from '../session/enter.ts';
import { Refused } from '../ui/ErrorMessage.tsx';
import styles from '../ui/layout.module.css';
import { useLatest } from '../ui/use-latest.ts';
import { useAct } from '../ui/use-submit.ts';

/** After how long it is tried again where nobody says when, in seconds. */
const ordinaryWait = 5;
/** Those who wait together do not all try at the same moment: each waits up to so many seconds more. */
const mostSpread = 3;

/** The door is busy: whoever keeps this page open is let in when there is room. */
export function WaitingPage({ waiting }: { waiting: Waiting }) {
  const visit = useVisit();
  const entering = useAct(waiting.problem);
  const { problem, mustWait, secondsLeft } = entering;

  const enter = useLatest(async () => {
    const answer = await entering.run(() => tryAgain(waiting));
    if (!answer) return;
    if (isIn(answer)) return visit.sessionChanged('in');
    // The door has closed meanwhile: the page before says so.
    if (answer.problem?.code.startsWith('INVITATION_CODE')) return visit.leaveDoor();
  });

  useEffect(() => {
    if (!mustWait) void enter.current();
  }, [mustWait, enter]);

  return (
    <Frame title="Please wait a moment">
      <p className={styles.lead}>You will be let in without doing anything: keep this page open.</p>
      {problem && <Refused secondsLeft={secondsLeft}>{sentenceOf(problem.code)}</Refused>}
      <div className={styles.choices}>
        <Button size="md" variant="default" onClick={visit.leaveDoor}>
          Other ways to join
        </Button>
      </div>
    </Frame>
  );
}

async function tryAgain({ intention, attemptId }: Waiting): ReturnType<typeof tryAttempt> {
  const answer = await tryAttempt(intention, attemptId);
  if (!answer.problem) return answer;
  const seconds = answer.problem.retryAfterSeconds || ordinaryWait;
  const retryAfterSeconds = Math.ceil(seconds + Math.random() * mostSpread);
  return { problem: { ...answer.problem, retryAfterSeconds } };
}
