import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '@foyer/database';
import { selectCodes } from '@foyer/invitation-codes/codes';
import type { Visitor } from './app.ts';

/** Tries to enter; true when it worked. */
type Attempt = (attemptId: string) => Promise<boolean>;

/**
 * People who come one after another and repeat their attempt until they are in.
 * @param atOnce how many try at a time
 * @param people how many in all; default: until `stop`
 */
export function startCrowd(
  enter: Attempt,
  { atOnce, people = Infinity }: { atOnce: number; people?: number },
) {
  let [next, entered, isOver] = [0, 0, false];
  const enterAtLast = async () => {
    const attemptId = crypto.randomUUID().replaceAll('-', '');
    // Refused connections fail at once: without a pause the crowd would use the CPU that the server needs to start.
    while (!(await enter(attemptId))) await wait(100);
    entered++;
  };
  const queue = async () => {
    while (!isOver && next++ < people) await enterAtLast();
  };
  const everybody = Promise.all(Array.from({ length: atOnce }, queue));
  return {
    /** The number of people who are in. */
    entered: () => entered,
    /** Resolves when all are in. */
    everybody,
    /** Nobody new comes; those under way get in. */
    stop: async () => {
      isOver = true;
      await everybody;
    },
  };
}

/** For a server that may die: any response means success. */
export function whileServersDie(someone: () => Visitor, code: string): Attempt {
  return async (attemptId) => {
    const answer = await someone()
      .enter(code, attemptId)
      .catch(() => null);
    if (answer) assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return answer !== null;
  };
}

/** For a server whose database may be away: a refusal says when to retry. */
export function whileDatabaseIsAway(someone: () => Visitor, code: string) {
  let refused = 0;
  const enter: Attempt = async (attemptId) => {
    const { status, code: no, headers } = await someone().enter(code, attemptId);
    if (status === 200) return true;
    assert.ok(no === 'DATABASE_AWAY' || no === 'OVERLOADED', `${status} ${no}`);
    assert.deepEqual([status, Number(headers.get('retry-after')) > 0], [503, true]);
    refused++;
    return false;
  };
  return { enter, refused: () => refused };
}

/** As many uses spent as redemptions, guests and sessions. */
export async function assertEachEnteredOnce(
  db: Database['db'],
  { label, allowed }: { label: string | null; allowed: number },
  people: number,
): Promise<void> {
  const { remaining } = await selectCodes(db).where('label', '=', label).executeTakeFirstOrThrow();
  const redemptions = await db.selectFrom('redemption').select('id').execute();
  const guests = await db.selectFrom('user').select('redemptionId').where('isGuest', '=', true).execute();
  const sessions = await db.selectFrom('session').select('userId').execute();
  assert.deepEqual(
    [allowed - remaining, redemptions.length, guests.length, sessions.length],
    [people, people, people, people],
  );
  assert.equal(new Set(guests.map(({ redemptionId }) => redemptionId)).size, people);
}
