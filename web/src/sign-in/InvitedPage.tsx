import { Button } from '@mantine/core';
import type { Problem } from '../api/client.ts';
import { sentenceOf } from '../messages/errors.ts';
import { Frame } from '../page/Page.tsx';
import { useVisit } from '../session/context.ts';
import { enterAsGuest, isIn } from '../session/enter.ts';
import { ActButton } from '../ui/ActionButton.tsx';
import { Refused } from '../ui/ErrorMessage.tsx';
import styles from '../ui/layout.module.css';
import { useAct } from '../ui/use-submit.ts';

/** A login code in the link: one click lets the visitor in. */
export function EntryPage({ code, problem }: { code: string; problem: Problem | null }) {
  const visit = useVisit();
  const entering = useAct(problem);

  const enter = () =>
    entering.run(
      () => enterAsGuest({ code }),
      (answer) => isIn(answer) && visit.sessionChanged('in'),
    );

  return (
    <Frame title="You are invited">
      <p className={styles.lead}>
        You come in as a guest, without an account. Your chats are deleted when you log out.
      </p>
      {entering.problem && (
        <Refused secondsLeft={entering.secondsLeft}>{sentenceOf(entering.problem.code)}</Refused>
      )}
      <div className={styles.choices}>
        <ActButton
          size="md"
          loading={entering.isRunning}
          mustWait={entering.mustWait}
          onClick={() => void enter()}
        >
          Start chatting
        </ActButton>
        <Button size="md" variant="default" onClick={visit.dropLink}>
          Come in another way
        </Button>
      </div>
    </Frame>
  );
}
