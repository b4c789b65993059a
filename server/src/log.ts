/** Writes down what happened, in the operator's words: never a code, a text, an e-mail or an address. */
export type Log = (event: string, details?: Record<string, unknown>) => void;

/** One line of JSON on standard error for each event. */
export const logToStderr: Log = (event, details = {}) => {
  const line = JSON.stringify({ time: new Date().toISOString(), event, ...details });
  process.stderr.write(`${line}\n`);
};

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
