/** A typed whole number of at least 1; null for an empty field, NaN for anything else. */
export function numberOf(typed: string): number | null {
  const text = typed.trim().replace(/[\s.,'’\u00a0\u202f]/g, '');
  if (text === '') return null;
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  return value >= 1 ? value : Number.NaN;
}

/** Whether a field holds something else than a number, or nothing. */
export const isWrong = (typed: string): boolean => Number.isNaN(numberOf(typed));
