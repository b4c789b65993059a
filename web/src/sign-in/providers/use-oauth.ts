import { useEffect, useState } from 'react';
import type { Answer } from '../../api/problem.ts';
import type { Redirection } from '../../api/sign-in.ts';
import { type RoundTrip, saveRoundTrip, takeRoundTrip } from '../../session/storage/oauth-round-trip.ts';
import type { Submit } from '../../ui/hooks/use-submit.ts';

/**
 * Goes to a provider, and says to which one meanwhile.
 *
 * @param act keeps a problem that comes up before
 */
export function useOAuth(act: Pick<Submit, 'run'>) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [isLeaving, setLeaving] = useState(false);

  useEffect(() => {
    // The back button may restore this page as it was left.
    const restore = (event: PageTransitionEvent) => {
      if (!event.persisted) return;
      takeRoundTrip();
      setLeaving(false);
    };
    window.addEventListener('pageshow', restore);
    return () => window.removeEventListener('pageshow', restore);
  }, []);

  async function leave(roundTrip: RoundTrip, ask: () => Promise<Answer<Redirection> | null>) {
    setChosen(roundTrip.provider);
    setLeaving(true);
    const answer = await act.run(ask);
    if (answer?.value) {
      saveRoundTrip(roundTrip);
      location.assign(answer.value.url);
    } else {
      setLeaving(false);
    }
    return answer;
  }

  return { leave, chosen, leavingFor: isLeaving ? chosen : null };
}
