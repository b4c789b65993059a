import type { Refusal } from '@foyer/policy';
import type { Problem } from '../api/client.ts';
import { sentenceOf, unusableLink } from '../messages/errors.ts';
import { type Link, useVisit } from '../session/context.ts';
import { Refused } from '../ui/ErrorMessage.tsx';
import { useCountdown } from '../ui/use-countdown.ts';

type Props = { refusal: Refusal | undefined; problem: Problem | null; link: Link | null };

/** What became of the code in the link: it was refused, or it could not be checked yet. */
export function LinkNotice({ refusal, problem, link }: Props) {
  const visit = useVisit();
  const secondsLeft = useCountdown(problem);
  const isUnusable = refusal === 'INVITATION_CODE_INVALID' && link?.from === 'link';
  if (refusal) return <Refused>{isUnusable ? unusableLink : sentenceOf(refusal)}</Refused>;
  if (!problem || !link) return null;
  return (
    <Refused secondsLeft={secondsLeft}>
      The code in your link could not be checked. {sentenceOf(problem.code)}{' '}
      <button
        type="button"
        className="text-button"
        disabled={secondsLeft > 0}
        onClick={() => void visit.arrive({ code: link.code, setback: null, token: null })}
      >
        Check it again
      </button>
    </Refused>
  );
}
