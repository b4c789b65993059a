import { unavailable } from '@foyer/database';

export type Place = {
  /** Queues are served in turn: a long one does not block another. */
  line: string;
  /** Owners of a queue are served in turn, however much work each brings. */
  owner: string;
  /** Waits behind all work that is not `isLast`. */
  isLast: boolean;
};

type Job = { start: () => void; refuse: (error: Error) => void };
type Turns = Map<string, Job[]>;
type Line = { first: Turns; last: Turns };

// When more than `most` jobs wait in one queue, the owner with the most jobs loses the newest one (`isLast` jobs
// first): it is refused as overload.
export function openFairQueue({ width, most }: { width: number; most: number }) {
  const lines = new Map<string, Line>();
  let running = 0;

  function startNext() {
    if (running >= width) return;
    const [name, line] = [...lines].find(([, { first, last }]) => first.size + last.size > 0) ?? [];
    if (name === undefined || !line) return;
    // Move this queue behind the others.
    lines.delete(name);
    lines.set(name, line);
    running++;
    takeFirst(line.first.size > 0 ? line.first : line.last)?.start();
  }

  return async function inLine<T>({ line: name, owner, isLast }: Place, work: () => Promise<T>): Promise<T> {
    const line = lines.get(name) ?? { first: new Map(), last: new Map() };
    lines.set(name, line);
    await new Promise<void>((start, refuse) => {
      add(isLast ? line.last : line.first, owner, { start, refuse });
      startNext();
      if (countIn(line.first) + countIn(line.last) <= most) return;
      const dropped = takeNewest(line.last.size > 0 ? line.last : line.first);
      dropped?.refuse(unavailable('overloaded', new Error('too long a line')));
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
