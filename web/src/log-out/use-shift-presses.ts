import { useEffect, useState } from 'react';
import { useLatest } from '../ui/hooks/use-latest.ts';
import { countShiftPresses, pressLastsMs } from './shift-presses.ts';

/** Calls a function after enough quick presses of Shift. */
export function useShiftPresses(most: number, act: () => void): number {
  const [count, setCount] = useState(0);
  const latest = useLatest(act);

  useEffect(() => {
    const presses = countShiftPresses();
    const down = (event: KeyboardEvent) => presses.down(event);
    const up = (event: KeyboardEvent) => {
      const next = presses.up(event, Date.now());
      setCount(next % most);
      if (next === most) latest.current();
    };
    const interrupt = () => {
      presses.interrupt();
      setCount(0);
    };
    document.addEventListener('keydown', down, true);
    document.addEventListener('keyup', up, true);
    document.addEventListener('pointerdown', interrupt, true);
    return () => {
      document.removeEventListener('keydown', down, true);
      document.removeEventListener('keyup', up, true);
      document.removeEventListener('pointerdown', interrupt, true);
    };
  }, [most, latest]);

  useEffect(() => {
    if (count === 0) return;
    const timer = setTimeout(() => setCount(0), pressLastsMs);
    return () => clearTimeout(timer);
  }, [count]);

  return count;
}
