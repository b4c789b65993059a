import type { Database } from '@foyer/database';
import type { Message, SealedMessage } from '../chats/messages.ts';
import { describeError } from '../models/describe-error.ts';
import type { Log } from '../telemetry/log.ts';
import { type Lease, leaseMs } from './lease.ts';
import { saveSoFar } from './save-reply.ts';
import type { LeaseWatch } from './watch-leases.ts';

type Deps = {
  database: Pick<Database, 'db' | 'atomically'>;
  log: Log;
  now: () => number;
  leases: LeaseWatch;
  /** How often at least a lease is renewed, in milliseconds. */
  renewMs: number;
};

type Writer = {
  /** What is written by now; null for nothing. */
  soFar: () => Message | null;
  seal: (message: Message) => SealedMessage;
  onLost: () => void;
};

/**
 * Watches a lease and renews it until `end`, which answers with the lease as it stands then. Each renewal keeps what is
 * written by then: soon at first, so that little is lost of a reply whose server dies.
 */
export function keepRenewing(
  { database, log, now, leases, renewMs }: Deps,
  lease: Lease,
  { soFar, seal, onLost }: Writer,
) {
  let held = lease;
  const { userId } = lease;
  // Every end that was ever asked for: a look may answer late, with one that has been replaced.
  const ownEnds = new Set(lease.ends);
  const unwatch = leases.add({ userId, isMine: (leaseUntil) => ownEnds.has(leaseUntil), onLost });
  let kept = '';
  let pauseMs = renewMs / 10;
  let renewal = Promise.resolve();
  let isOver = false;

  const renew = async () => {
    const until = now() + leaseMs;
    ownEnds.add(until);
    const message = soFar();
    const isNews = message !== null && message.text !== kept;
    try {
      if (!(await saveSoFar(database, held, { message: isNews ? seal(message) : null, until })))
        return onLost();
      held = { ...held, ends: [until] };
      if (isNews) kept = message.text;
    } catch (error) {
      // The lease outlasts two failed renewals; and it may have been renewed all the same.
      held = { ...held, ends: [...held.ends, until] };
      log('a lease could not be renewed', describeError(error), 'warn');
    }
  };
  const renewNext = () => {
    renewal = renew();
    void renewal.then(() => {
      pauseMs = Math.min(pauseMs * 2, renewMs);
      if (!isOver) timer = setTimeout(renewNext, spread(pauseMs));
    });
  };

  let timer = setTimeout(renewNext, spread(pauseMs));
  return {
    end: async (): Promise<Lease> => {
      isOver = true;
      unwatch();
      clearTimeout(timer);
      await renewal;
      return held;
    },
  };
}

/** Replies that began together are not to be kept together. */
function spread(ms: number): number {
  return ms * (0.75 + Math.random() / 4);
}
