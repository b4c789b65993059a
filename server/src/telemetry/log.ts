import { pino } from 'pino';
import type { LogLevel } from '../config/log-level.ts';

/** Events are sentences for the operator. Never log a code, a text, an email or an address. */
export type Log = (
  event: string,
  details?: Record<string, unknown>,
  level?: Exclude<LogLevel, 'silent'>,
) => void;

export function logToStderr(least: LogLevel): Log {
  const logger = pino(
    {
      level: least,
      base: null,
      messageKey: 'event',
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (level) => ({ level }) },
    },
    // Synchronous: the last words before a crash must not be lost.
    pino.destination({ dest: 2, sync: true }),
  );
  return (event, details = {}, level = 'info') => logger[level](details, event);
}

/** Safe details of an error: kind, code and place, but not its message, which can quote user input. */
export function traceOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const at = error.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 8)
    .map((line) => line.trim());
  return { error: error.name, code: 'code' in error ? error.code : undefined, at };
}
