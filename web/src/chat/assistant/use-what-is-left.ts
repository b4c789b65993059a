import { useEffect } from 'react';
import type { Person } from '../../api/session.ts';
import { useSession } from '../../session/context.ts';
import { useNow } from '../../ui/hooks/use-now.ts';
import { nextChange } from './near-limits.ts';
import { type WhatIsLeft, whatIsLeft } from './what-is-left.ts';

const askAgainMs = 5000;

/** Follows the clock, and asks the server when the time is over or the messages of the day are back. */
export function useWhatIsLeft(person: Person): WhatIsLeft {
  const session = useSession();
  const change = nextChange(person);
  const now = useNow(change !== null);
  const isDue = change !== null && now >= change;

  useEffect(() => {
    if (!isDue) return;
    const ask = () => void session.refresh();
    ask();
    // The clock of the server decides: it may be behind this one.
    const timer = setInterval(ask, askAgainMs);
    return () => clearInterval(timer);
  }, [isDue, session]);

  return whatIsLeft(person, now);
}
