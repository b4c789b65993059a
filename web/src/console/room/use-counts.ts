import { useEffect, useState } from 'react';
import { type Counts, roomApi } from '../api/room.ts';
import { readEvents } from './read-events.ts';

/** How long to wait before the connection is tried again, in milliseconds: longer after each failure. */
const waits = [1000, 2000, 5000, 10_000];

/** The live counts of a room. `isLost` after the connection broke, until it is there again. */
export function useCounts(id: string, key: string | null, initial: Counts) {
  const [counts, setCounts] = useState(initial);
  const [isLost, setLost] = useState(false);

  useEffect(() => {
    const end = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let failures = 0;

    async function watch() {
      const answer = await roomApi.events(id, key, end.signal);
      try {
        if (answer.value?.body)
          await readEvents(answer.value.body, (next) => {
            failures = 0;
            setLost(false);
            setCounts(next);
          });
      } catch {
        // A broken connection is tried again below.
      }
      if (end.signal.aborted) return;
      setLost(failures > 0 || Boolean(answer.problem));
      timer = setTimeout(() => void watch(), waits[Math.min(failures++, waits.length - 1)]);
    }

    void watch();
    return () => {
      end.abort();
      clearTimeout(timer);
    };
  }, [id, key]);

  return { counts, isLost };
}
