import { eraseOverdueGuests, type InvitationCodesOptions } from '@foyer/invitation-codes';
import { type Log, traceOf } from '../telemetry/log.ts';
import { logFailed } from './log-failed.ts';

const everyMs = 1000;

type Deps = { invitations: InvitationCodesOptions; log: Log; isClosing: () => boolean };

/**
 * Erases guests whose time is over, as a logout does. Every server looks: the deletion of the user's row decides which of
 * them ends the guest. Returns a function that stops it after a running look.
 */
export function startClock({ invitations, log, isClosing }: Deps): () => Promise<void> {
  let running: Promise<void> | null = null;
  let hasFailed = false;
  const look = async () => {
    try {
      const { failures } = await eraseOverdueGuests(invitations, async () => isClosing());
      for (const failure of failures) log('a guest could not be erased', traceOf(failure), 'error');
      hasFailed = false;
    } catch (error) {
      // Once, not each second of an outage.
      if (!hasFailed) logFailed(log, error);
      hasFailed = true;
    }
  };
  const timer = setInterval(() => {
    running ??= look().finally(() => {
      running = null;
    });
  }, everyMs);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
