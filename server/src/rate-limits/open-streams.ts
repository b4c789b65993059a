import type { ServerResponse } from 'node:http';

export type OpenStreams = ReturnType<typeof openStreams>;

type Asking = {
  var: { person: { id: string } };
  env: { outgoing: Pick<ServerResponse, 'destroyed' | 'once'> };
};

export function openStreams({ perPerson }: { perPerson: () => number }) {
  const openOf = new Map<string, number>();

  /** Returns a function that gives the place back; null when there is none left. */
  function claim(userId: string): (() => void) | null {
    const open = openOf.get(userId) ?? 0;
    if (open >= perPerson()) return null;
    openOf.set(userId, open + 1);
    return () => {
      const left = (openOf.get(userId) ?? 0) - 1;
      if (left > 0) openOf.set(userId, left);
      else openOf.delete(userId);
    };
  }

  return {
    claim,
    /** Takes a place until the connection closes. Returns false when there is none left. */
    claimFor: ({ var: { person }, env: { outgoing } }: Asking): boolean => {
      const leave = claim(person.id);
      if (leave && outgoing.destroyed) leave();
      else if (leave) outgoing.once('close', leave);
      return leave !== null;
    },
  };
}
