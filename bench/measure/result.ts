/** A line of the table: a figure and its limit, from the same run. */
export type Result = {
  work: string;
  beside: string;
  /** With its unit. */
  figure: string;
  limit: string;
  /** The figure divided by the limit, or the other way round, as the goal needs it. */
  ratio: number;
  goal: string;
  met: boolean;
};

export type About = Pick<Result, 'work' | 'beside'>;

/** Work per second compared with the limit. */
export function rate(
  about: About,
  { figure, limit }: { figure: number; limit: number },
  { atLeast }: { atLeast: number },
): Result {
  const ratio = rounded(figure / limit);
  const goal = `≥ ${atLeast.toFixed(1)} ×`;
  return { ...about, figure: perSecond(figure), limit: perSecond(limit), ratio, goal, met: ratio >= atLeast };
}

export function perSecond(n: number): string {
  return `${n < 100 ? n.toFixed(1) : Math.round(n)} /s`;
}

export function ms(n: number): string {
  return `${n < 10 ? n.toFixed(1) : Math.round(n)} ms`;
}

export function rounded(ratio: number): number {
  return Number(ratio.toPrecision(3));
}
