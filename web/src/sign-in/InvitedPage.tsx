import { isWaitForRoom, type Problem } from '../api/problem.ts';
import { errorText } from '../messages/error-text.ts';
import * as t from '../messages/texts.ts';
import { Page } from '../page/Page.tsx';
import { useSession } from '../session/context.ts';
import { enterAsGuest, hasEntered } from '../session/enter.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { Button } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { useSubmit } from '../ui/hooks/use-submit.ts';
import { Choices, Lead } from '../ui/layout.tsx';

/** A link with a login code, on a server that asks before it uses the code. */
export function InvitedPage({ code, problem }: { code: string; problem: Problem | null }) {
  const session = useSession();
  const entering = useSubmit(problem);

  const enter = () =>
    entering.run(
      () => enterAsGuest({ code }),
      (answer) => {
        if (hasEntered(answer)) return session.sessionChanged('in');
        const { problem } = answer;
        if (problem && isWaitForRoom(problem)) session.waitForRoom({ code }, problem);
      },
    );

  return (
    <Page title={t.signIn.invited.title} isWelcome>
      <Lead>{t.signIn.invited.text}</Lead>
      {entering.problem && (
        <ErrorMessage secondsLeft={entering.secondsLeft}>{errorText(entering.problem.code)}</ErrorMessage>
      )}
      <Choices>
        <ActionButton loading={entering.isRunning} mustWait={entering.mustWait} onClick={() => void enter()}>
          {t.common.startChatting}
        </ActionButton>
        <Button variant="default" onClick={session.dismissLink}>
          {t.signIn.invited.otherWays}
        </Button>
      </Choices>
    </Page>
  );
}
