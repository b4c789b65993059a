import { median, percentile } from './interleave.ts';
import { ms } from './result.ts';

/** In milliseconds. */
export type Latencies = { p50: number; p99: number };

export function latenciesOf(measured: number[]): Latencies {
  return { p50: percentile(measured, 0.5), p99: percentile(measured, 0.99) };
}

export function medianLatencies(rounds: Latencies[]): Latencies {
  return { p50: median(rounds.map(({ p50 }) => p50)), p99: median(rounds.map(({ p99 }) => p99)) };
}

export function formatLatencies({ p50, p99 }: Latencies): string {
  return `p50 ${ms(p50)}, p99 ${ms(p99)}`;
}
