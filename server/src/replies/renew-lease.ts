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
  renewMs: number;
};

type Writer = {
  replySoFar: () => Message | null;
  seal: (message: Message) => SealedMessage;
  onLost: () => void;
};

/** Each renewal saves the reply so far. The first comes soon, so that little is lost when a server dies. */
export function keepRenewing(
  { database, log, now, leases, renewMs }: Deps,
  lease: Lease,
  { replySoFar, seal, onLost }: Writer,
) {
  let held = lease;
  const { userId } = lease;
  // A race: a look may return late and see an end that we have replaced since.
  const ownEnds = new Set(lease.ends);
  const unwatch = leases.add({ userId, isOwnEnd: (leaseUntil) => ownEnds.has(leaseUntil), onLost });
  let kept = '';
  let pauseMs = renewMs / 10;
  let renewal = Promise.resolve();
  let isOver = false;

  const renew = async () => {
    const until = now() + leaseMs;
    ownEnds.add(until);
    const message = replySoFar();
    const isNews = message !== null && message.text !== kept;
    try {
      if (!(await saveSoFar(database, held, { message: isNews ? seal(message) : null, until })))
        return onLost();
      held = { ...held, ends: [until] };
      if (isNews) kept = message.text;
    } catch (error) {
      // The lease outlives two failed renewals. A failed renewal may still have reached the database.
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

/** Replies that started together should not be saved together. */
function spread(ms: number): number {
  return ms * (0.75 + Math.random() / 4);
}
