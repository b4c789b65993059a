import * as contract from '@foyer/api/operator/room';
import { codeFromRow, selectCodes } from '@foyer/invitation-codes/codes';
import { codeLink } from '@foyer/policy';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { isRoomKey } from '../codes/room-key.ts';
import { refuse } from '../http/errors.ts';
import { serveRoute } from '../http/serve-route.ts';
import { findOperator } from '../operators/find-operator.ts';
import type { Parts } from '../parts.ts';
import { countRoom, type RoomCounts } from './room.ts';
import { watchRooms } from './watch-rooms.ts';

type Deps = Pick<
  Parts,
  'config' | 'database' | 'codeKeys' | 'roomKey' | 'sessions' | 'assistants' | 'log' | 'now' | 'isClosing'
>;

/** Proxies close silent connections, in milliseconds. */
const heartbeatMs = 15_000;
/** Then the screen asks again, and shows that it may, in milliseconds. */
const longestMs = 10 * 60_000;
const mostScreens = 500;
/** One link must not take the screens of other rooms. */
const mostOfRoom = 50;

export function roomRoutes(deps: Deps) {
  const { config, database, codeKeys, roomKey, sessions, assistants, now } = deps;
  const { db, reads } = database;
  const rooms = watchRooms(deps);
  const routes = new Hono<{ Bindings: HttpBindings }>();

  /** The counts of the room, or why they are not shown. A key opens nothing after the end of its code. */
  async function countsFor(c: Context, id: string): Promise<RoomCounts | Response> {
    const key = c.req.header('room-key');
    const isShared = key !== undefined && isRoomKey(key, id, roomKey);
    if (!isShared && !(await isOperator(c))) return refuse(c, 401, 'NOT_SIGNED_IN');
    const isStopped = config.settings.codesStopped;
    const counts = await countRoom({ db }, id, { isStopped, now: now() });
    return counts && !(isShared && isOver(counts)) ? counts : refuse(c, 404, 'CODE_NOT_FOUND');
  }

  async function isOperator(c: Context): Promise<boolean> {
    const person = await sessions.personOf(c);
    const session = person && !person.isGuest ? await findOperator(reads, person) : null;
    return session !== null && session.secondFactor !== 'missing';
  }

  serveRoute(routes, contract.getRoom, async (c) => {
    const { id } = c.req.valid('param');
    const counts = await countsFor(c, id);
    if (counts instanceof Response) return counts;
    const row = await selectCodes(db).where('invitationCode.id', '=', id).executeTakeFirstOrThrow();
    const { code } = codeFromRow(codeKeys, row);
    const { kind, language, validFrom, batchId } = row;
    const { brand, publicUrl, limits } = config;
    const batch = await db
      .selectFrom('batch')
      .select('note')
      .where('id', '=', batchId ?? '')
      .executeTakeFirst();
    return c.json({
      ...{ ...counts, code, kind, language, validFrom },
      link: codeLink({ code, kind }, publicUrl),
      host: new URL(publicUrl).host,
      brandName: brand.name,
      assistantName: (await assistants.inForce(row.assistant))?.name ?? null,
      note: batch?.note ?? null,
      timeZone: limits.timeZone,
    });
  });

  serveRoute(routes, contract.watchRoom, async (c) => {
    const { id } = c.req.valid('param');
    const counts = await countsFor(c, id);
    if (counts instanceof Response) return counts;
    if (rooms.count() >= mostScreens || rooms.count(id) >= mostOfRoom)
      return refuse(c, 429, 'TOO_MANY_STREAMS');
    return new Response(
      streamOf(counts, rooms.watch, { id, isShared: c.req.header('room-key') !== undefined }),
      {
        headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store, no-transform' },
      },
    );
  });

  return routes;
}

function isOver({ state }: RoomCounts): boolean {
  return state === 'ended' || state === 'revoked';
}

const encoder = new TextEncoder();

function streamOf(
  first: RoomCounts,
  watch: ReturnType<typeof watchRooms>['watch'],
  { id, isShared }: { id: string; isShared: boolean },
): ReadableStream<Uint8Array> {
  let end = () => {};
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const show = (counts: RoomCounts) => send(`event: counts\ndata: ${JSON.stringify(counts)}\n\n`);
      const close = () => {
        end();
        controller.close();
      };
      const heartbeat = setInterval(send, heartbeatMs, ': keep-alive\n\n');
      const longest = setTimeout(close, longestMs);
      const unwatch = watch(id, (counts) => {
        if (counts) show(counts);
        // A shared link ends with its code.
        if (!counts || (isShared && isOver(counts))) close();
      });
      end = () => {
        unwatch();
        clearInterval(heartbeat);
        clearTimeout(longest);
      };
      show(first);
    },
    cancel: () => end(),
  });
}
