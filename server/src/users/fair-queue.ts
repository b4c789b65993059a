import { unavailable } from '@foyer/database';

/** Where a piece of work waits. */
export type Place = {
  /** Lines are served in turn: a long one does not hold up another. */
  line: string;
  /** Whose work it is. In a line everybody has one piece done in turn, however many they bring. */
  owner: string;
  /** Whether it waits behind all whose is not. */
  isLast: boolean;
};

type Job = { start: () => void; refuse: (error: Error) => void };
/** The jobs of each owner, in the order in which their turns come. */
type Turns = Map<string, Job[]>;
type Line = { first: Turns; last: Turns };

/**
 * Lets work wait fairly for a few places.
 *
 * @param width how much is done at a time
 * @param most how many pieces wait in one line. One more, and the owner of the most loses the newest of theirs: it is
 * refused as overload. Those who are last lose theirs before all others.
 */
export function openFairQueue({ width, most }: { width: number; most: number }) {
  const lines = new Map<string, Line>();
  let running = 0;

  function startNext() {
    if (running >= width) return;
    const [name, line] = [...lines].find(([, { first, last }]) => first.size + last.size > 0) ?? [];
    if (name === undefined || !line) return;
    // Its next turn comes after those of the other lines.
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

/** The newest job of the owner who has the most; of several, of the one who came last. */
function takeNewest(turns: Turns): Job | undefined {
  const most = Math.max(...turns.values().map((jobs) => jobs.length));
  const [owner = '', jobs = []] = [...turns].findLast(([, { length }]) => length === most) ?? [];
  const job = jobs.pop();
  if (jobs.length === 0) turns.delete(owner);
  return job;
}
