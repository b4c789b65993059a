import { type InvitationCodesOptions, keepPlace } from '@foyer/invitation-codes';
import { createMiddleware } from 'hono/factory';
import { refuse } from '../http/errors.ts';
import type { Person, SignedIn } from '../users/person.ts';

/** How often a guest's place is renewed, in milliseconds. */
const renewEveryMs = 60_000;

/** Guests of a room need a place for what they do. Each act keeps it. */
export function openRooms({ db, now }: Pick<InvitationCodesOptions, 'db' | 'now'>) {
  const renewedAt = new Map<string, number>();

  async function hasPlace({ id, roomId }: Person): Promise<boolean> {
    if (roomId === null) return true;
    if ((renewedAt.get(id) ?? 0) > now() - renewEveryMs) return true;
    const at = now();
    const isTheirs = (await keepPlace(db, { userId: id, roomId }, at)) !== null;
    renewedAt.delete(id);
    if (isTheirs) renewedAt.set(id, at);
    const [oldest] = renewedAt;
    if (oldest && oldest[1] < at - renewEveryMs) renewedAt.delete(oldest[0]);
    return isTheirs;
  }

  const requirePlace = createMiddleware<SignedIn>(async (c, next) =>
    (await hasPlace(c.get('person'))) ? next() : refuse(c, 409, 'ROOM_FULL'),
  );
  return { requirePlace };
}

export type Rooms = ReturnType<typeof openRooms>;
