import type { Database } from '@foyer/database';
import type { Config } from '../config/read-config.ts';
import { type Log, traceOf } from '../telemetry/log.ts';
import { countRoom, type RoomCounts } from './room.ts';

/** A screen must show an entry within a second. */
const lookMs = 400;

/** Gets the counts, or null: the server is closing. */
type Screen = (counts: RoomCounts | null) => void;

type Watched = { screens: Set<Screen>; last: string; timer: NodeJS.Timeout };

type Deps = {
  config: Pick<Config, 'settings'>;
  database: Pick<Database, 'db'>;
  log: Log;
  now: () => number;
  isClosing: () => boolean;
};

/** Counts each room once for all its screens, and tells them what has changed. */
export function watchRooms({ config, database, log, now, isClosing }: Deps) {
  const watched = new Map<string, Watched>();

  async function look(codeId: string, room: Watched): Promise<void> {
    if (isClosing()) {
      for (const screen of room.screens) screen(null);
      return;
    }
    try {
      const isStopped = config.settings.codesStopped;
      const counts = await countRoom(database, codeId, { isStopped, now: now() });
      const told = JSON.stringify(counts);
      if (counts && told !== room.last) for (const screen of room.screens) screen(counts);
      room.last = told;
    } catch (error) {
      log('a room could not be counted', traceOf(error), 'warn');
    }
    if (room.screens.size > 0) room.timer = setTimeout(look, lookMs, codeId, room);
  }

  return {
    /** Calls `screen` at each change from now on. Returns a function that ends it. */
    watch: (codeId: string, screen: Screen): (() => void) => {
      let room = watched.get(codeId);
      if (!room) {
        const begun: Watched = {
          screens: new Set(),
          last: '',
          timer: setTimeout(() => look(codeId, begun), lookMs),
        };
        watched.set(codeId, begun);
        room = begun;
      }
      const { screens } = room;
      screens.add(screen);
      return () => {
        screens.delete(screen);
        const left = watched.get(codeId);
        if (!left || left.screens !== screens || screens.size > 0) return;
        clearTimeout(left.timer);
        watched.delete(codeId);
      };
    },
    /** Screens that are open on this server, of one room or of all. */
    count: (codeId?: string): number => {
      const rooms = codeId === undefined ? [...watched.values()] : [watched.get(codeId)];
      return rooms.reduce((sum, room) => sum + (room?.screens.size ?? 0), 0);
    },
  };
}
