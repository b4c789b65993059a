import { useEffect, useState } from 'react';
import { colour, type Run } from './colours.ts';

/** The colours of code, once they are known; null without a language, or one that nobody knows here. */
export function useColours(code: string, language: string): Run[] | null {
  const [known, setKnown] = useState<{ code: string; runs: Run[] | null } | null>(null);

  useEffect(() => {
    if (!language) return;
    let isCurrent = true;
    void colour({ language, code }).then((runs) => isCurrent && setKnown({ code, runs }));
    return () => {
      isCurrent = false;
    };
  }, [code, language]);

  return known?.code === code ? known.runs : null;
}
