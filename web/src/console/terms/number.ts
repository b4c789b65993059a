/** A typed whole number of at least 1; null for an empty field, NaN for anything else. */
export function numberOf(typed: string): number | null {
  const text = typed.trim();
  if (text === '') return null;
  // Separators stand between groups of three: 1.5 is no whole number.
  const isWhole = /^\d{1,3}(?:[\s.,'’\u00a0\u202f]\d{3}){0,4}$|^\d{1,15}$/.test(text);
  const value = isWhole ? Number(text.replace(/\D/g, '')) : Number.NaN;
  return value >= 1 ? value : Number.NaN;
}

/** Whether a field holds something else than a number, or nothing. */
export const isWrong = (typed: string): boolean => Number.isNaN(numberOf(typed));
