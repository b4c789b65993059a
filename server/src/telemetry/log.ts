import { pino } from 'pino';
import type { LogLevel } from '../config/log-level.ts';

/** Writes down what happened, in the operator's words: never a code, a text, an e-mail or an address. */
export type Log = (
  event: string,
  details?: Record<string, unknown>,
  level?: Exclude<LogLevel, 'silent'>,
) => void;

/** One line of JSON on standard error for each event of this level or a graver one. */
export function logToStderr(least: LogLevel): Log {
  const logger = pino(
    {
      level: least,
      base: null,
      messageKey: 'event',
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (level) => ({ level }) },
    },
    // Written at once: what a process says before it dies is what one wants to read.
    pino.destination({ dest: 2, sync: true }),
  );
  return (event, details = {}, level = 'info') => logger[level](details, event);
}

/** What may be told of an error: its kind, its code and where it arose, but not its message, which can quote what people sent. */
export function traceOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const at = error.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 8)
    .map((line) => line.trim());
  return { error: error.name, code: 'code' in error ? error.code : undefined, at };
}
