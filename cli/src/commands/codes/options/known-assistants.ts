import type { Config } from '@foyer/server/config';

/** The ids of the assistants that a code may name. Undefined: any, because assistants are no files yet. */
export function knownAssistants(_config: Config): ReadonlySet<string> | undefined {
  return undefined;
}
