import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useLatest } from '../../ui/hooks/use-latest.ts';

/** More at once would make the page slow to open. */
const shownAtOnce = 100;
/** Painted first: they fill any window. */
const paintedFirst = 20;

/** The last messages of a chat. Earlier ones come above them, and the view stays where it was. */
export function useLastMessages<T>(messages: T[]) {
  // Counted from the end at the opening: what is added afterwards is always shown.
  const [first, setFirst] = useState(Math.max(0, messages.length - paintedFirst));
  const fromEnd = useRef<number | null>(null);
  const show = useLatest((count: number) => {
    fromEnd.current = document.documentElement.scrollHeight - window.scrollY;
    setFirst(Math.max(0, first - count));
  });

  useEffect(() => {
    const timer = setTimeout(() => show.current(shownAtOnce - paintedFirst));
    return () => clearTimeout(timer);
  }, [show]);

  useLayoutEffect(() => {
    if (fromEnd.current === null) return;
    const top = document.documentElement.scrollHeight - fromEnd.current;
    fromEnd.current = null;
    window.scrollTo({ top, behavior: 'instant' });
  });

  return {
    shown: messages.slice(Math.min(first, messages.length)),
    hasEarlier: first > 0,
    showEarlier: () => show.current(shownAtOnce),
  };
}
