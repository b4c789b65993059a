/** The first is the default. */
export const logLevels = ['info', 'debug', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];
