import type { roomCounts } from '@foyer/api/operator/room';
import type { Database } from '@foyer/database';
import { listedStateOf, selectCodes } from '@foyer/invitation-codes/codes';
import { guestIsIn } from '@foyer/invitation-codes/people-in';
import { takenPlaces } from '@foyer/invitation-codes/places';
import type * as z from 'zod';

export type RoomCounts = z.output<typeof roomCounts>;

/** The counts of a room screen now. Null when there is no such code. */
export async function countRoom(
  { db }: Pick<Database, 'db'>,
  codeId: string,
  { isStopped, now }: { isStopped: boolean; now: number },
): Promise<RoomCounts | null> {
  const code = await selectCodes(db).where('invitationCode.id', '=', codeId).executeTakeFirst();
  if (!code) return null;
  const { kind, allowed, remaining, peopleAtOnce, validUntil } = code;
  const guests = db
    .selectFrom('user')
    .innerJoin('redemption', 'redemption.id', 'user.redemptionId')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('redemption.codeId', '=', codeId)
    .where(guestIsIn(now));
  const spent = allowed - remaining;
  const peopleIn = kind === 'login' ? (await guests.executeTakeFirstOrThrow()).count : spent;
  const taken = peopleAtOnce === null ? spent : await takenPlaces(db, codeId, now);
  const places = peopleAtOnce ?? allowed;
  return {
    state: listedStateOf(code, now),
    isStopped,
    peopleIn,
    places,
    placesLeft: Math.max(0, Math.min(places - taken, remaining)),
    validUntil,
  };
}
