/** How much is written down, the default first. */
export const logLevels = ['info', 'debug', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];
