import type { Access } from '../../api/client.ts';

/** What a provider is called here; undefined for one that is not offered. */
export function nameOf(access: Access, provider: string | null): string | undefined {
  return access.providers.find(({ id }) => id === provider)?.name;
}
