import type { Database } from '@foyer/database';
import type { Tables } from '@foyer/database/tables';
import type { Kysely } from 'kysely';
import { dayIn } from '../config/time-zone.ts';
import { repeat } from '../installation/repeat.ts';
import { type Log, traceOf } from '../telemetry/log.ts';

export type UseOfDay = ReturnType<typeof openUseOfDay>;

type Use = { messages: number; tokens: number };

const everyMs = 1000;

type Deps = { database: Pick<Database, 'db'>; timeZone: () => string; log: Log; now: () => number };

/**
 * Counts messages and tokens by code and day. They are added in memory and kept each second, so that a code which many
 * people use has no hot row. A server that is killed loses the last second; limits and budgets are counted elsewhere.
 */
export function openUseOfDay({ database: { db }, timeZone, log, now }: Deps) {
  let added = new Map<string, Use & { day: string; codeId: string }>();

  function add(codeId: string, use: Partial<Use>): void {
    addTo(dayIn(now(), timeZone()), codeId, use);
  }

  function addTo(day: string, codeId: string, { messages = 0, tokens = 0 }: Partial<Use>): void {
    const key = `${day} ${codeId}`;
    const before = added.get(key) ?? { day, codeId, messages: 0, tokens: 0 };
    added.set(key, { ...before, messages: before.messages + messages, tokens: before.tokens + tokens });
  }

  async function keep(): Promise<void> {
    if (added.size === 0) return;
    const kept = added;
    added = new Map();
    try {
      await insertUse(db, [...kept.values()]);
    } catch (error) {
      for (const { day, codeId, messages, tokens } of kept.values()) addTo(day, codeId, { messages, tokens });
      throw error;
    }
  }

  /** Returns a function that keeps the last counts, and stops. */
  function start(): () => Promise<void> {
    const stop = repeat(everyMs, keep, (error) =>
      log('what codes brought could not be counted', traceOf(error), 'warn'),
    );
    return async () => {
      await stop();
      await keep().catch((error) =>
        log('what codes brought in the last second is not counted', traceOf(error), 'warn'),
      );
    };
  }

  return { add, keep, start };
}

async function insertUse(db: Kysely<Tables>, rows: Tables['useOfDay'][]): Promise<void> {
  // Always in the same order: two servers that lock many rows could deadlock.
  const sorted = rows.toSorted((a, b) => (a.codeId < b.codeId ? -1 : 1));
  await db
    .insertInto('useOfDay')
    .values(sorted)
    .onConflict((conflict) =>
      conflict.columns(['day', 'codeId']).doUpdateSet(({ eb, ref }) => ({
        messages: eb('useOfDay.messages', '+', ref('excluded.messages')),
        tokens: eb('useOfDay.tokens', '+', ref('excluded.tokens')),
      })),
    )
    .execute();
}
