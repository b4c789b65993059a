import { eraseOverdueGuests, type InvitationCodesOptions } from '@foyer/invitation-codes';
import { repeat } from '../installation/repeat.ts';
import { type Log, traceOf } from '../telemetry/log.ts';
import { logFailed } from './log-failed.ts';

const everyMs = 1000;

type Deps = { invitations: InvitationCodesOptions; log: Log; isClosing: () => boolean };

/**
 * Erases guests whose time is over, as a logout does. Every server looks: the deletion of the user's row decides which of
 * them ends the guest. Returns a function that stops it after a running look.
 */
export function startClock({ invitations, log, isClosing }: Deps): () => Promise<void> {
  const look = async () => {
    const { failures } = await eraseOverdueGuests(invitations, async () => isClosing());
    for (const failure of failures) log('a guest could not be erased', traceOf(failure), 'error');
  };
  return repeat(everyMs, look, (error) => logFailed(log, error));
}
