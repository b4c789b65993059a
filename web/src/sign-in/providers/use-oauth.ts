import { useEffect, useState } from 'react';
import type { Answer, Away } from '../../api/client.ts';
import { keepTrip, type Trip, takeTrip } from '../../session/oauth-round-trip.ts';
import type { Act } from '../../ui/use-submit.ts';

export type ByProvider = ReturnType<typeof useProvider>;

/**
 * Leaves for a provider, and shows by which one meanwhile.
 *
 * @param act keeps the problem that was met before leaving
 */
export function useProvider(act: Pick<Act, 'run'>) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [isLeaving, setLeaving] = useState(false);

  useEffect(() => {
    // The back button may bring this page again as it was left.
    const restore = (event: PageTransitionEvent) => {
      if (!event.persisted) return;
      takeTrip();
      setLeaving(false);
    };
    window.addEventListener('pageshow', restore);
    return () => window.removeEventListener('pageshow', restore);
  }, []);

  async function leave(trip: Trip, ask: () => Promise<Answer<Away> | null>) {
    setChosen(trip.provider);
    setLeaving(true);
    const answer = await act.run(ask);
    if (answer?.value) {
      keepTrip(trip);
      location.assign(answer.value.url);
    } else {
      setLeaving(false);
    }
    return answer;
  }

  return { leave, chosen, leavingBy: isLeaving ? chosen : null };
}
