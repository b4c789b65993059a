import { useState } from 'react';
import { emailApi } from '../api/email.ts';
import type { Problem } from '../api/problem.ts';
import { useCountdown } from '../ui/use-countdown.ts';
import { useSubmit } from '../ui/use-submit.ts';

export type Resending = ReturnType<typeof useResend>;

/** How long the server takes no second wish for a mail, in seconds. */
const cooldownSeconds = 60;
const pauseOf = (retryAfterSeconds: number): Problem => ({ code: 'TOO_MANY_TRIES', retryAfterSeconds });

/**
 * Asks for the mail with the link once more.
 *
 * @param email undefined for the address of whoever is in
 * @param wasJustSent the first mail has just left
 */
export function useResend(email: string | undefined, wasJustSent: boolean) {
  const sending = useSubmit();
  const [pause, setPause] = useState(wasJustSent ? pauseOf(cooldownSeconds) : null);
  const [isSent, setSent] = useState(false);
  const secondsLeft = useCountdown(pause, () => setPause(null));

  async function resend() {
    setSent(false);
    const answer = await sending.run(() => emailApi.sendVerification(email));
    if (!answer) return;
    if (!answer.problem) {
      setSent(true);
      setPause(pauseOf(cooldownSeconds));
    } else if (answer.problem.code === 'TOO_MANY_TRIES') {
      // The countdown on the button says it.
      sending.refuse(null);
      setPause(pauseOf(answer.problem.retryAfterSeconds || cooldownSeconds));
    }
  }

  return { resend, isSent, isSending: sending.isRunning, problem: sending.problem, secondsLeft };
}
