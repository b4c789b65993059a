/** Measures a figure and its limit in turns, so that other load slows both. */
export async function interleave<Figure, Limit>(
  rounds: number,
  { figure, limit }: { figure: () => Promise<Figure>; limit: () => Promise<Limit> },
): Promise<{ figures: Figure[]; limits: Limit[] }> {
  const figures: Figure[] = [];
  const limits: Limit[] = [];
  for (let round = 0; round < rounds; round++) {
    figures.push(await figure());
    limits.push(await limit());
  }
  return { figures, limits };
}

export async function interleaveMedians(
  rounds: number,
  sides: { figure: () => Promise<number>; limit: () => Promise<number> },
): Promise<{ figure: number; limit: number }> {
  const { figures, limits } = await interleave(rounds, sides);
  return { figure: median(figures), limit: median(limits) };
}

export function median(values: number[]): number {
  return percentile(values, 0.5);
}

/** @param share from 0 to 1 */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.ceil(share * sorted.length) - 1] ?? sorted[0];
  if (value === undefined) throw new Error('nothing was measured');
  return value;
}
