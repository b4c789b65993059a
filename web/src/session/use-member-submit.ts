import type { Answer } from '../api/client.ts';
import { type Act, useAct } from '../ui/use-submit.ts';
import { useVisit } from './context.ts';

/** An act of the account page. When the session has ended meanwhile, it leads to the login and back to this page. */
export function useMemberAct(): Act {
  const visit = useVisit();
  const act = useAct();

  function run<T>(wanted: () => Promise<Answer<T> | null>, goOn: (answer: Answer<T>) => unknown = () => {}) {
    return act.run(wanted, async (answer) => {
      const code = answer.problem?.code;
      if (code === 'NOT_SIGNED_IN' || code === 'NOT_A_MEMBER') await visit.refresh();
      await goOn(answer);
    });
  }

  return { ...act, run };
}
