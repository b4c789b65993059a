import { isWaitForRoom } from '../api/problem.ts';
import { errorText } from '../messages/error-text.ts';
import * as t from '../messages/texts.ts';
import { useSession } from '../session/context.ts';
import { enterAsGuest, hasEntered } from '../session/enter.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { useSubmit } from '../ui/hooks/use-submit.ts';
import styles from '../ui/layout.module.css';

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
  if (!isOpen) return <p className={styles.closed}>{t.signIn.guestAccessClosed}</p>;
  return (
    <>
      {problem && <ErrorMessage secondsLeft={entering.secondsLeft}>{errorText(problem.code)}</ErrorMessage>}
      <ActionButton
        size="md"
        variant={isMain ? 'filled' : 'light'}
        loading={entering.isRunning}
        mustWait={entering.mustWait}
        onClick={() => void enter()}
      >
        {t.signIn.continueAsGuest}
      </ActionButton>
    </>
  );
}
