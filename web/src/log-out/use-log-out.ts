import { useState } from 'react';
import { api, type Person } from '../api/client.ts';
import { useVisit } from '../session/context.ts';
import { useAct } from '../ui/use-submit.ts';

export type Leaving = ReturnType<typeof useLogOut>;

/**
 * Logs out: a member at once, a guest after a question, since everything of theirs is erased.
 *
 * @param person null when nobody knows who is in: the server could not be asked
 * @param next the code that comes in afterwards
 */
export function useLogOut(person: Person | null, next: string | null = null) {
  const visit = useVisit();
  const [isOut, setOut] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const act = useAct();

  async function leave() {
    const answer = await act.run(() => api.logOut(person?.isGuest ? person.id : undefined));
    if (!answer) return;
    if (answer.problem?.code === 'NOT_A_GUEST') {
      // Another tab has made an account of this guest: the question is another one now.
      act.refuse(null);
      setAsking(true);
      return visit.refresh();
    }
    if (answer.problem) return;
    setAsking(false);
    setOut(true);
    await visit.sessionChanged('left', { next });
  }

  return {
    isOut,
    isAsking,
    isRunning: act.isRunning,
    problem: act.problem,
    ask: () => (person && !person.isGuest ? void leave() : setAsking(true)),
    stay: () => {
      act.refuse(null);
      setAsking(false);
    },
    leave: () => void leave(),
  };
}
