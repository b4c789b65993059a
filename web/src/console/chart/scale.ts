/** The number at the top of a chart: at least the largest, even, and round. */
export function scaleOf(values: number[]): number {
  const most = Math.max(2, ...values);
  const step = most <= 20 ? 2 : 10 ** Math.floor(Math.log10(most)) / 5;
  return Math.ceil(most / step) * step;
}
