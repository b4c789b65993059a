import { useEffect, useState } from 'react';
import { maxTaskMs } from './cost.ts';

/** Between two tasks the browser paints and handles clicks. In milliseconds. */
const pauseMs = 10;

/**
 * How many of these parts are drawn by now. Each task of the browser draws as many as its budget allows, so that the page
 * stays responsive.
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
