export type Day = 'today' | 'yesterday' | 'earlier';

/**
 * Groups what was used by the reader's own days, keeping the order. A day of a clock change has 23 or 25 hours.
 *
 * @param now epoch milliseconds
 */
export function byDay<T extends { updatedAt: number }>(items: T[], now: number): { day: Day; items: T[] }[] {
  const today = new Date(now).setHours(0, 0, 0, 0);
  const yesterday = new Date(today).setDate(new Date(today).getDate() - 1);
  const dayOf = ({ updatedAt }: T): Day => {
    if (updatedAt >= today) return 'today';
    return updatedAt >= yesterday ? 'yesterday' : 'earlier';
  };
  const groups = Map.groupBy(items, dayOf);
  return [...groups].map(([day, items]) => ({ day, items }));
}
