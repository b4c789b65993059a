import { useEffect } from 'react';
import { useLatest } from '../ui/hooks/use-latest.ts';

/** A place in a room is free after 10 minutes without a sign of life. In milliseconds. */
const everyMs = 4 * 60_000;

/** Tells the server now and then about a person who reads or writes, and sends nothing. A page that lies idle is none. */
export function useSignOfLife(isNeeded: boolean, tell: () => unknown) {
  const latest = useLatest(tell);
  useEffect(() => {
    if (!isNeeded) return;
    let toldAt = Date.now();
    const notice = () => {
      if (Date.now() - toldAt < everyMs) return;
      toldAt = Date.now();
      latest.current();
    };
    const events = ['keydown', 'pointerdown', 'wheel', 'touchmove'];
    for (const event of events) window.addEventListener(event, notice, { passive: true });
    return () => {
      for (const event of events) window.removeEventListener(event, notice);
    };
  }, [isNeeded, latest]);
}
