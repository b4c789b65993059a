import { useState } from 'react';
import { emailApi } from '../../api/email.ts';
import type { Problem } from '../../api/problem.ts';
import { useCountdown } from '../../ui/hooks/use-countdown.ts';
import { useSubmit } from '../../ui/hooks/use-submit.ts';

/** The server's cooldown between two emails, in seconds. */
const cooldownSeconds = 60;
const pauseOf = (retryAfterSeconds: number): Problem => ({ code: 'TOO_MANY_TRIES', retryAfterSeconds });

/**
 * Sends the email with the link again.
 *
 * @param email undefined for the address of the signed-in person
 * @param wasJustSent the first email was sent a moment ago
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
      // The countdown below the button says it.
      sending.refuse(null);
      setPause(pauseOf(answer.problem.retryAfterSeconds || cooldownSeconds));
    }
  }

  return { resend, isSent, isSending: sending.isRunning, problem: sending.problem, secondsLeft };
}
