import { useEffect, useState } from 'react';

/** After this time without a word the reader is told, in milliseconds. */
const quietMs = 10_000;

/** True when a reply is expected and nothing has come for ten seconds. `heard` changes with each word. */
export function useSilence(isReplying: boolean, heard: string): boolean {
  const [silent, setSilent] = useState<string | null>(null);

  useEffect(() => {
    setSilent(null);
    if (!isReplying) return;
    const timer = setTimeout(() => setSilent(heard), quietMs);
    return () => clearTimeout(timer);
  }, [isReplying, heard]);

  return isReplying && silent === heard;
}
