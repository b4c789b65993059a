import { useEffect, useRef, useState } from 'react';

/** A text that changes at most every ten seconds: a screen reader would otherwise talk all the time. */
export function useAnnouncement(text: string, everyMs = 10_000): string {
  const [said, setSaid] = useState('');
  const saidAt = useRef(0);

  useEffect(() => {
    const wait = Math.max(0, saidAt.current + everyMs - Date.now());
    const timer = setTimeout(() => {
      saidAt.current = Date.now();
      setSaid(text);
    }, wait);
    return () => clearTimeout(timer);
  }, [text, everyMs]);

  return said;
}
