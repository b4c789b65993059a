import { useEffect, useState } from 'react';

type Math = typeof import('./katex.ts').math;

let loaded: Math | null = null;

/** What draws mathematics; null until it is loaded. It is heavy, and loaded only when there is some. */
export function useMath(isNeeded: boolean): Math | null {
  const [math, setMath] = useState(loaded);

  useEffect(() => {
    if (!isNeeded || math) return;
    let isCurrent = true;
    import('./katex.ts').then(
      (module) => {
        loaded = module.math;
        if (isCurrent) setMath(module.math);
      },
      // Without a connection the text is shown as it was written.
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [isNeeded, math]);

  return isNeeded ? math : null;
}
