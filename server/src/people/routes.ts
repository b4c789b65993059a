import * as contract from '@foyer/api/operator/people';
import { putOutGuest } from '@foyer/invitation-codes';
import { type Context, Hono } from 'hono';
import { sql } from 'kysely';
import { noteAct } from '../audit/note-act.ts';
import { refuse } from '../http/errors.ts';
import { serveRoute } from '../http/serve-route.ts';
import { noPlace, pageOf, placeFrom, usualLimit } from '../lists/page-place.ts';
import type { Operating } from '../operators/guard.ts';
import { isLastOperator } from '../operators/operators.ts';
import type { Parts } from '../parts.ts';
import { findMember } from '../users/find-member.ts';
import { guestsIn } from './guests.ts';
import { eraseMember, listMembers, setBlocked } from './members.ts';

type Deps = Pick<Parts, 'database' | 'invitations' | 'now'>;

const minuteMs = 60_000;

export function personRoutes({ database, invitations, now }: Deps) {
  const { db } = database;
  const routes = new Hono<Operating>();
  const unknown = (c: Context) => refuse(c, 404, 'PERSON_NOT_FOUND');

  serveRoute(routes, contract.listGuests, async (c) => {
    const { after, limit = usualLimit, code } = c.req.valid('query');
    const place = placeFrom(after);
    if (place === undefined) return refuse(c, 400, 'INVALID_INPUT', noPlace);
    const found = await guestsIn(db, { codeId: code, after: place, limit: limit + 1, now: now() });
    const { rows: guests, next } = pageOf(found, limit, ({ enteredAt, id }) => ({ time: enteredAt, id }));
    return c.json({ guests, next });
  });

  serveRoute(routes, contract.giveGuestMinutes, async (c) => {
    const { id } = c.req.valid('param');
    const { minutes } = c.req.valid('json');
    const endsAt = await db.transaction().execute(async (trx) => {
      const given = await trx
        .updateTable('user')
        .set({ endsAt: sql<number>`"endsAt" + ${minutes * minuteMs}` })
        .where('id', '=', id)
        .where('isGuest', '=', true)
        .where('endsAt', '>', now())
        .returning('endsAt')
        .executeTakeFirst();
      if (!given || given.endsAt === null) return null;
      await noteAct(
        trx,
        c.get('actor'),
        { act: 'guest.give-minutes', on: 'guest', id, after: { minutes } },
        now(),
      );
      return given.endsAt;
    });
    return endsAt === null ? unknown(c) : c.json({ endsAt });
  });

  serveRoute(routes, contract.endGuest, async (c) => {
    const { id } = c.req.valid('param');
    if (!(await putOutGuest(invitations, id))) return unknown(c);
    await noteAct(db, c.get('actor'), { act: 'guest.erase', on: 'guest', id }, now());
    return c.body(null, 204);
  });

  serveRoute(routes, contract.listMembers, async (c) => {
    const { after, limit = usualLimit, id, isBlocked } = c.req.valid('query');
    const place = placeFrom(after);
    if (place === undefined) return refuse(c, 400, 'INVALID_INPUT', noPlace);
    const found = await listMembers(db, { id, isBlocked, after: place, limit: limit + 1 });
    const { rows: members, next } = pageOf(found, limit, ({ createdAt, id }) => ({ time: createdAt, id }));
    return c.json({ members, next });
  });

  serveRoute(routes, contract.findMember, async (c) => {
    const member = await findMember(db, c.req.valid('json').email);
    return c.json({ id: member?.id ?? null });
  });

  for (const [route, isBlocked] of [
    [contract.blockMember, true],
    [contract.unblockMember, false],
  ] as const)
    serveRoute(routes, route, async (c) => {
      const { id } = c.req.valid('param');
      const done = await db.transaction().execute(async (trx) => {
        if (isBlocked && (await isLastOperator(trx, id))) return 'last';
        if (!(await setBlocked(trx, id, isBlocked ? now() : null))) return 'unknown';
        const act = isBlocked ? 'member.block' : 'member.unblock';
        await noteAct(trx, c.get('actor'), { act, on: 'member', id }, now());
        return 'done';
      });
      if (done === 'last') return refuse(c, 409, 'LAST_OPERATOR');
      return done === 'unknown' ? unknown(c) : c.body(null, 204);
    });

  serveRoute(routes, contract.eraseMember, async (c) => {
    const { id } = c.req.valid('param');
    const done = await eraseMember({ database, invitations }, id, {
      isKept: async (trx) => (await isLastOperator(trx, id)) === true,
      note: (trx) => noteAct(trx, c.get('actor'), { act: 'member.erase', on: 'member', id }, now()),
    });
    if (done === 'kept') return refuse(c, 409, 'LAST_OPERATOR');
    return done === 'erased' ? c.body(null, 204) : unknown(c);
  });

  return routes;
}
