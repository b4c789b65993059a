import { useState } from 'react';
import { api } from '../api.ts';
import { useAct } from '../ui/use-act.ts';
import { useVisit } from '../visit.ts';

export type Leaving = ReturnType<typeof useLogOut>;

/**
 * Logs out: a member at once, a guest after a question, since everything of theirs is erased.
 *
 * @param next the code that comes in afterwards
 */
export function useLogOut(isGuest: boolean, next: string | null = null) {
  const visit = useVisit();
  const [isAsking, setAsking] = useState(false);
  const act = useAct();

  async function leave() {
    const answer = await act.run(api.logOut);
    if (!answer?.problem) await visit.sessionChanged('left', { next });
  }

  return {
    isAsking,
    isRunning: act.isRunning,
    problem: act.problem,
    ask: () => (isGuest ? setAsking(true) : void leave()),
    stay: () => {
      act.refuse(null);
      setAsking(false);
    },
    leave: () => void leave(),
  };
}
