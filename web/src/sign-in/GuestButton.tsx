import { guestAccessClosed, sentenceOf } from '../messages/errors.ts';
import { useVisit } from '../session/context.ts';
import { enterAsGuest, isIn } from '../session/enter.ts';
import { ActButton } from '../ui/ActionButton.tsx';
import { Refused } from '../ui/ErrorMessage.tsx';
import styles from '../ui/layout.module.css';
import { useAct } from '../ui/use-submit.ts';

const byDefault = { default: true } as const;

export function GuestButton({ isOpen, isMain = false }: { isOpen: boolean; isMain?: boolean }) {
  const visit = useVisit();
  const entering = useAct();

  const enter = () =>
    entering.run(
      () => enterAsGuest(byDefault),
      (answer) => {
        if (isIn(answer)) return visit.sessionChanged('in');
        const { problem } = answer;
        return problem?.code === 'TOO_MANY_GUESTS' ? visit.waitAtDoor(byDefault, problem) : visit.refresh();
      },
    );

  const { problem } = entering;
  const isRefused =
    problem?.code === 'INVITATION_CODE_INVALID' || problem?.code === 'INVITATION_CODE_REQUIRED';
  if (isRefused) return <Refused>{guestAccessClosed}. Please try again later, or log in.</Refused>;
  if (!isOpen) return <p className={styles.closed}>{guestAccessClosed}</p>;
  return (
    <>
      {problem && <Refused secondsLeft={entering.secondsLeft}>{sentenceOf(problem.code)}</Refused>}
      <ActButton
        size="md"
        variant={isMain ? 'filled' : 'light'}
        loading={entering.isRunning}
        mustWait={entering.mustWait}
        onClick={() => void enter()}
      >
        Continue as Guest
      </ActButton>
    </>
  );
}
