import { Unavailable } from '@foyer/database';
import { type Log, traceOf } from '../telemetry/log.ts';

/** An unavailable database is not a bug: the next cleanup does the work. */
export function logFailed(log: Log, error: unknown) {
  log('a cleanup task failed', traceOf(error), error instanceof Unavailable ? 'warn' : 'error');
}
