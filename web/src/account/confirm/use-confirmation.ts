import { useState } from 'react';
import type { Answer, Problem } from '../../api/problem.ts';

export type Confirmation = ReturnType<typeof useConfirmation>;

/** An act that the server may refuse until a password was given. */
type Guarded<T> = (password?: string) => Promise<Answer<T>>;
type Question = {
  try: (password: string) => Promise<Problem | null>;
  giveUp: () => void;
};

/** Acts of which the server wants to know that it is the person: it is asked when the server asks, and the act is repeated. */
export function useConfirmation() {
  // The last question stays while its dialog closes.
  const [question, setQuestion] = useState<Question | null>(null);
  const [isAsking, setAsking] = useState(false);

  /** Does the act. It may wait for the person, who may also give up: then the answer is null. */
  async function confirmed<T>(act: Guarded<T>): Promise<Answer<T> | null> {
    const first = await act();
    if (first.problem?.code !== 'CONFIRM_IDENTITY') return first;
    return new Promise((resolve) => {
      const settle = (answer: Answer<T> | null) => {
        setAsking(false);
        resolve(answer);
      };
      setAsking(true);
      setQuestion({
        giveUp: () => settle(null),
        try: async (password) => {
          const answer = await act(password);
          // What has to do with the password stays with the question.
          const isAboutPassword = ['WRONG_PASSWORD', 'TOO_MANY_TRIES', 'OFFLINE'].includes(
            answer.problem?.code ?? '',
          );
          if (!isAboutPassword) settle(answer);
          return answer.problem ?? null;
        },
      });
    });
  }

  return { question, isAsking, confirmed };
}
