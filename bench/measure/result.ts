/** One line of the table: a figure beside its limit, both of the same run. */
export type Result = {
  work: string;
  beside: string;
  /** What was measured, with its unit. */
  figure: string;
  limit: string;
  /** The figure divided by the limit, as the goal has it. */
  ratio: number;
  goal: string;
  met: boolean;
};

/** What a line is about. */
export type About = Pick<Result, 'work' | 'beside'>;

/** How much is done in a second, beside how much could be. */
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
