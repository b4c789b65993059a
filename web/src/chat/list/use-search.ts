import type { Match } from '@foyer/api/search';
import { useEffect, useState } from 'react';
import type { Problem } from '../../api/problem.ts';
import { searchChats } from './search-chats.ts';

/** So that not every letter begins a search, in milliseconds. */
const pauseMs = 250;

type Found = { text: string; matches: Match[]; isRunning: boolean; problem: Problem | null };

const nothing: Found = { text: '', matches: [], isRunning: false, problem: null };

/** What was found so far; a new text ends the search before it. An empty text is no search. */
export function useSearch(text: string): Found {
  const wanted = text.trim();
  const [found, setFound] = useState<Found>(nothing);

  useEffect(() => {
    if (!wanted) return setFound(nothing);
    const ending = new AbortController();
    const { signal } = ending;
    setFound((before) => ({ ...before, text: wanted, isRunning: true, problem: null }));
    const timer = setTimeout(async () => {
      const matches: Match[] = [];
      const show = (rest: Pick<Found, 'isRunning' | 'problem'>) =>
        signal.aborted || setFound({ text: wanted, matches: [...matches], ...rest });
      const ended = await searchChats(wanted, {
        signal,
        onMatch: (match) => {
          matches.push(match);
          show({ isRunning: true, problem: null });
        },
      });
      show({ isRunning: false, problem: 'problem' in ended ? ended.problem : null });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      ending.abort();
    };
  }, [wanted]);

  return found;
}
