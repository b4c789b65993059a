import { useState } from 'react';
import type { Answer, Problem } from '../../api/problem.ts';

export type Confirmation = ReturnType<typeof useConfirmation>;

/** A request that the server may refuse until it gets the password. */
type Guarded<T> = (password?: string) => Promise<Answer<T>>;
type Question = {
  try: (password: string) => Promise<Problem | null>;
  cancel: () => void;
};

/** Repeats a request with the password when the server asks for it. */
export function useConfirmation() {
  // The question stays in place while its dialog closes.
  const [question, setQuestion] = useState<Question | null>(null);
  const [isAsking, setAsking] = useState(false);

  /** Waits for the person if the server asks. The answer is null when they give up. */
  async function withConfirmation<T>(act: Guarded<T>): Promise<Answer<T> | null> {
    const first = await act();
    if (first.problem?.code !== 'CONFIRM_IDENTITY') return first;
    return new Promise((resolve) => {
      const settle = (answer: Answer<T> | null) => {
        setAsking(false);
        resolve(answer);
      };
      setAsking(true);
      setQuestion({
        cancel: () => settle(null),
        try: async (password) => {
          const answer = await act(password);
          // Problems with the password stay in the dialog.
          const isAboutPassword = ['WRONG_PASSWORD', 'TOO_MANY_TRIES', 'OFFLINE'].includes(
            answer.problem?.code ?? '',
          );
          if (!isAboutPassword) settle(answer);
          return answer.problem ?? null;
        },
      });
    });
  }

  return { question, isAsking, withConfirmation };
}
