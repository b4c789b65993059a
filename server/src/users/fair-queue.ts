import { unavailable } from '@foyer/database';

export type JobPlace = {
  /** Queues are served in turn: a long one does not block another. */
  queue: string;
  /** Owners of a queue are served in turn, however much work each brings. */
  owner: string;
  /** Waits behind all work that is not `isLast`. */
  isLast: boolean;
};

type Job = { start: () => void; refuse: (error: Error) => void };
type Turns = Map<string, Job[]>;
type Queue = { first: Turns; last: Turns };

// When more than `most` jobs wait in one queue, the owner with the most jobs loses the newest one (`isLast` jobs
// first): it is refused as overload.
export function openFairQueue({ width, most }: { width: number; most: number }) {
  const queues = new Map<string, Queue>();
  let running = 0;

  function startNext() {
    if (running >= width) return;
    const [name, queue] = [...queues].find(([, { first, last }]) => first.size + last.size > 0) ?? [];
    if (name === undefined || !queue) return;
    queues.delete(name);
    queues.set(name, queue);
    running++;
    takeFirst(queue.first.size > 0 ? queue.first : queue.last)?.start();
  }

  return async function inQueue<T>(
    { queue: name, owner, isLast }: JobPlace,
    work: () => Promise<T>,
  ): Promise<T> {
    const queue = queues.get(name) ?? { first: new Map(), last: new Map() };
    queues.set(name, queue);
    await new Promise<void>((start, refuse) => {
      add(isLast ? queue.last : queue.first, owner, { start, refuse });
      startNext();
      if (countIn(queue.first) + countIn(queue.last) <= most) return;
      const newest = takeNewest(queue.last.size > 0 ? queue.last : queue.first);
      newest?.refuse(unavailable('overloaded', new Error('too long a queue')));
    });
    try {
      return await work();
    } finally {
      running--;
      startNext();
    }
  };
}

function add(turns: Turns, owner: string, job: Job) {
  turns.set(owner, [...(turns.get(owner) ?? []), job]);
}

function countIn(turns: Turns): number {
  return turns.values().reduce((sum, jobs) => sum + jobs.length, 0);
}

function takeFirst(turns: Turns): Job | undefined {
  const [owner = '', [job, ...others] = []] = turns.entries().next().value ?? [];
  turns.delete(owner);
  if (others.length > 0) turns.set(owner, others);
  return job;
}

/** The newest job of the owner with the most jobs; of several owners, the latest. */
function takeNewest(turns: Turns): Job | undefined {
  const most = Math.max(...turns.values().map((jobs) => jobs.length));
  const [owner = '', jobs = []] = [...turns].findLast(([, { length }]) => length === most) ?? [];
  const job = jobs.pop();
  if (jobs.length === 0) turns.delete(owner);
  return job;
}
