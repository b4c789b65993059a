import type { Answer } from '../api/problem.ts';
import { type Submit, useSubmit } from '../ui/hooks/use-submit.ts';
import { useSession } from './context.ts';

/** A submit on the account page. If the session has ended, it leads to the login and back to this page. */
export function useMemberSubmit(): Submit {
  const session = useSession();
  const act = useSubmit();

  function run<T>(wanted: () => Promise<Answer<T> | null>, goOn: (answer: Answer<T>) => unknown = () => {}) {
    return act.run(wanted, async (answer) => {
      const code = answer.problem?.code;
      if (code === 'NOT_SIGNED_IN' || code === 'NOT_A_MEMBER') await session.refresh();
      await goOn(answer);
    });
  }

  return { ...act, run };
}
