import type { Bootstrap } from '../../api/session.ts';

/** The name of a provider; undefined for one that is not offered. */
export function nameOf(bootstrap: Bootstrap, provider: string | null): string | undefined {
  return bootstrap.providers.find(({ id }) => id === provider)?.name;
}
