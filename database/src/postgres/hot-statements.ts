/**
 * How the hot statements outside of `reads` and `atomically` begin: those of every entry. They are prepared; all other
 * statements are planned each time.
 */
const beginnings = ['with lowered as (', 'with code as materialized ('];

export function isHot(sql: string): boolean {
  const text = sql.trimStart();
  return beginnings.some((beginning) => text.startsWith(beginning));
}
