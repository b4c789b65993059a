import { useState } from 'react';
import { type Person, sessionApi } from '../api/session.ts';
import { useSession } from '../session/context.ts';
import { useSubmit } from '../ui/hooks/use-submit.ts';

export type LogOutFlow = ReturnType<typeof useLogOut>;

/**
 * Logs out: a member at once, a guest after a question, since their chats are erased.
 *
 * @param person null when the server has not said who is signed in
 * @param next the code to use afterwards
 */
export function useLogOut(person: Person | null, next: string | null = null) {
  const session = useSession();
  const [isOut, setOut] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const act = useSubmit();

  async function leave() {
    const answer = await act.run(() => sessionApi.logOut(person?.isGuest ? person.id : undefined));
    if (!answer) return;
    if (answer.problem?.code === 'NOT_A_GUEST') {
      // Another tab has made an account of this guest: ask the other question.
      act.refuse(null);
      setAsking(true);
      return session.refresh();
    }
    if (answer.problem) return;
    setAsking(false);
    setOut(true);
    await session.sessionChanged('left', { next });
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
