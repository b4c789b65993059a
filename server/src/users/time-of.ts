/** SQLite keeps these times as text, PostgreSQL as dates. */
export function timeOf(time: Date | string): number {
  return new Date(time).getTime();
}
