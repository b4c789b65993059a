import { looksCutShort } from '@foyer/invitation-codes/code';
import type { Refusal } from '@foyer/policy';
import type { Problem } from '../api/problem.ts';
import { errorText } from '../messages/error-text.ts';
import * as t from '../messages/texts.ts';
import type { InvitationLink } from '../session/address/invitation-link.ts';
import { useSession } from '../session/context.ts';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { useComeBack } from '../ui/hooks/use-come-back.ts';
import { useCountdown } from '../ui/hooks/use-countdown.ts';

type Props = { refusal: Refusal | undefined; problem: Problem | null; link: InvitationLink | null };

export function LinkNotice({ refusal, problem, link }: Props) {
  const session = useSession();
  const secondsLeft = useCountdown(problem);
  const again = () => link && void session.arrive({ code: link.code, oauthError: null, token: null });
  useComeBack(link && problem, again);
  const isUnusable = refusal === 'INVITATION_CODE_INVALID' && link?.from === 'link';
  if (isUnusable) {
    return <ErrorMessage>{looksCutShort(link.code) ? t.cutShort.link : t.signIn.unusableLink}</ErrorMessage>;
  }
  if (refusal) return <ErrorMessage>{errorText(refusal)}</ErrorMessage>;
  if (!problem || !link) return null;
  return (
    <ErrorMessage secondsLeft={secondsLeft}>
      {t.signIn.linkUnchecked(errorText(problem.code))}{' '}
      <button type="button" className="text-button" disabled={secondsLeft > 0} onClick={again}>
        {t.common.tryAgain}
      </button>
    </ErrorMessage>
  );
}
