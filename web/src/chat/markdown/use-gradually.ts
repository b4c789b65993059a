import { useEffect, useState } from 'react';
import { maxTaskMs } from './cost.ts';

/** Between two tasks the browser shows what there is, and takes clicks. In milliseconds. */
const pauseMs = 10;

/**
 * How many of these are drawn by now. Those that came together are drawn one after the other, as many in a task as one
 * may cost, so that none keeps the browser long.
 */
export function useGradually(costs: number[]): number {
  const [drawn, setDrawn] = useState(0);
  const drawing = next(costs, Math.min(drawn, costs.length));

  useEffect(() => {
    if (drawing === drawn) return;
    const timer = setTimeout(() => setDrawn(drawing), pauseMs);
    return () => clearTimeout(timer);
  }, [drawing, drawn]);

  return drawing;
}

function next(costs: number[], drawn: number): number {
  let count = drawn;
  let left = maxTaskMs;
  for (const cost of costs.slice(drawn)) {
    left -= cost;
    if (left < 0 && count > drawn) break;
    count++;
  }
  return count;
}
