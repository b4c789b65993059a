import { describeError } from './describe-error.ts';
import { type Lease, leaseMs, renewLease } from './lease.ts';
import type { WritingParts } from './write-reply.ts';

/** Renews a lease until `end`, which answers with the lease as it stands then. */
export function holdLease({ db, log, now, pace }: WritingParts, lease: Lease, onLost: () => void) {
  let held = lease;
  let renewal = Promise.resolve();

  const renew = async () => {
    const until = now() + leaseMs;
    try {
      if (await renewLease(db, held, until)) held = { ...held, until };
      else onLost();
    } catch (error) {
      // The lease outlasts two failed renewals.
      log('a lease could not be renewed', describeError(error), 'warn');
    }
  };

  const timer = setInterval(() => {
    renewal = renewal.then(renew);
  }, pace.renewMs);

  return {
    end: async (): Promise<Lease> => {
      clearInterval(timer);
      await renewal;
      return held;
    },
  };
}
