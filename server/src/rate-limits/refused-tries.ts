const minuteMs = 60_000;

export type RefusedTries = ReturnType<typeof refusedTries>;

/** Counts the refused tries on this server in the last minutes, from all addresses, in memory. */
export function refusedTries({ now, minutes }: { now: () => number; minutes: number }) {
  const counts = new Map<number, number>();

  const minuteOf = (time: number) => Math.floor(time / minuteMs);

  function forget() {
    const first = minuteOf(now()) - minutes + 1;
    for (const minute of counts.keys()) if (minute < first) counts.delete(minute);
  }

  return {
    minutes,
    add() {
      forget();
      const minute = minuteOf(now());
      counts.set(minute, (counts.get(minute) ?? 0) + 1);
    },
    inLastMinutes(): number {
      forget();
      return counts.values().reduce((sum, count) => sum + count, 0);
    },
  };
}
