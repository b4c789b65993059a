import { useLayoutEffect, useRef, useState } from 'react';

/** More at once would make the page slow to open. */
const shownAtOnce = 100;

/** The last messages of a chat. Earlier ones come above them, and the view stays where it was. */
export function useLastMessages<T>(messages: T[]) {
  // Counted from the end at the opening: what is added afterwards is always shown.
  const [first, setFirst] = useState(Math.max(0, messages.length - shownAtOnce));
  const fromEnd = useRef<number | null>(null);

  useLayoutEffect(() => {
    if (fromEnd.current === null) return;
    const top = document.documentElement.scrollHeight - fromEnd.current;
    fromEnd.current = null;
    window.scrollTo({ top, behavior: 'instant' });
  });

  function showEarlier() {
    fromEnd.current = document.documentElement.scrollHeight - window.scrollY;
    setFirst(Math.max(0, first - shownAtOnce));
  }

  return { shown: messages.slice(Math.min(first, messages.length)), hasEarlier: first > 0, showEarlier };
}
