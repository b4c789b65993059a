import { eraseDeletedChats } from '../chats/deleted-chats.ts';
import { repeat } from '../installation/repeat.ts';
import type { Parts } from '../parts.ts';
import { logFailed } from './log-failed.ts';

const everyMs = 1000;

/** Erases chats whose deletion was not taken back. Every server looks. Returns a function that stops it. */
export function startErasingChats({
  database,
  log,
  now,
}: Pick<Parts, 'database' | 'log' | 'now'>): () => Promise<void> {
  return repeat(
    everyMs,
    () => eraseDeletedChats(database.db, now()),
    (error) => logFailed(log, error),
  );
}
