/** Counts the streams that each person has open on this server. */
export function openStreams({ perPerson }: { perPerson: number }) {
  const openOf = new Map<string, number>();

  return {
    /** Takes a place for one more stream. Returns what gives the place back, or null when there is none left. */
    claim: (userId: string): (() => void) | null => {
      const open = openOf.get(userId) ?? 0;
      if (open >= perPerson) return null;
      openOf.set(userId, open + 1);
      return () => {
        const left = (openOf.get(userId) ?? 0) - 1;
        if (left > 0) openOf.set(userId, left);
        else openOf.delete(userId);
      };
    },
  };
}
