import { isWaitForRoom } from '../api/problem.ts';
import { errorText } from '../messages/error-text.ts';
import * as t from '../messages/texts.ts';
import { useSession } from '../session/context.ts';
import { enterAsGuest, hasEntered } from '../session/enter.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { useSubmit } from '../ui/hooks/use-submit.ts';
import { Under } from '../ui/layout.tsx';

const byDefault = { default: true } as const;

export function GuestButton({ isOpen, isMain = false }: { isOpen: boolean; isMain?: boolean }) {
  const session = useSession();
  const entering = useSubmit();

  const enter = () =>
    entering.run(
      () => enterAsGuest(byDefault),
      (answer) => {
        if (hasEntered(answer)) return session.sessionChanged('in');
        const { problem } = answer;
        return problem && isWaitForRoom(problem)
          ? session.waitForRoom(byDefault, problem)
          : session.refresh();
      },
    );

  const { problem } = entering;
  const isRefused =
    problem?.code === 'INVITATION_CODE_INVALID' || problem?.code === 'INVITATION_CODE_REQUIRED';
  if (isRefused) return <ErrorMessage>{t.signIn.guestAccessJustClosed}</ErrorMessage>;
  return (
    <>
      {problem && <ErrorMessage secondsLeft={entering.secondsLeft}>{errorText(problem.code)}</ErrorMessage>}
      <ActionButton
        variant={isMain && isOpen ? 'filled' : 'default'}
        disabled={!isOpen}
        loading={entering.isRunning}
        mustWait={entering.mustWait}
        onClick={() => void enter()}
      >
        {t.signIn.continueAsGuest}
      </ActionButton>
      {!isOpen && <Under>{t.signIn.guestAccessClosed}</Under>}
    </>
  );
}
