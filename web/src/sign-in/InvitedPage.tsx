import { Button } from '@mantine/core';
import type { Problem } from '../api/problem.ts';
import { errorText } from '../messages/errors.ts';
import { Page } from '../page/Page.tsx';
import { useSession } from '../session/context.ts';
import { enterAsGuest, hasEntered } from '../session/enter.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import styles from '../ui/layout.module.css';
import { useSubmit } from '../ui/use-submit.ts';

/** A login code in the link: one click lets the visitor in. */
export function InvitedPage({ code, problem }: { code: string; problem: Problem | null }) {
  const session = useSession();
  const entering = useSubmit(problem);

  const enter = () =>
    entering.run(
      () => enterAsGuest({ code }),
      (answer) => hasEntered(answer) && session.sessionChanged('in'),
    );

  return (
    <Page title="You are invited">
      <p className={styles.lead}>
        You come in as a guest, without an account. Your chats are deleted when you log out.
      </p>
      {entering.problem && (
        <ErrorMessage secondsLeft={entering.secondsLeft}>{errorText(entering.problem.code)}</ErrorMessage>
      )}
      <div className={styles.choices}>
        <ActionButton
          size="md"
          loading={entering.isRunning}
          mustWait={entering.mustWait}
          onClick={() => void enter()}
        >
          Start chatting
        </ActionButton>
        <Button size="md" variant="default" onClick={session.dismissLink}>
          Come in another way
        </Button>
      </div>
    </Page>
  );
}
