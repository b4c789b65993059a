import { useEffect, useState } from 'react';
import type { Answer, Away } from '../api.ts';
import { keepTrip, takeTrip } from '../tab/trip.ts';
import type { Act } from '../ui/use-act.ts';
import type { Change } from '../visit.ts';

export type ByProvider = ReturnType<typeof useProvider>;

/**
 * Leaves for a provider, and shows by which one meanwhile.
 *
 * @param act keeps the problem that was met before leaving
 */
export function useProvider(act: Act) {
  const [leavingBy, setLeavingBy] = useState<string | null>(null);

  useEffect(() => {
    // The back button may bring this page again as it was left.
    const restore = (event: PageTransitionEvent) => {
      if (!event.persisted) return;
      takeTrip();
      setLeavingBy(null);
    };
    window.addEventListener('pageshow', restore);
    return () => window.removeEventListener('pageshow', restore);
  }, []);

  /** @param change what will have changed when this tab comes back with success */
  async function leave(provider: string, change: Change, ask: () => Promise<Answer<Away>>) {
    setLeavingBy(provider);
    const answer = await act.run(ask);
    if (answer?.value) {
      keepTrip(change);
      location.assign(answer.value.url);
    } else {
      setLeavingBy(null);
    }
    return answer;
  }

  return { leave, leavingBy };
}
