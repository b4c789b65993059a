import { useEffect, useState } from 'react';
import { colour, type Run } from './colours.ts';

/** Null until the colours are known, and for an unknown language. */
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
