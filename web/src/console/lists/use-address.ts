import { useLocation, useSearch } from 'wouter';

/** The search parameters of the address: the state of a list. */
export function useAddress() {
  const [path, go] = useLocation();
  const search = useSearch();
  const params = new URLSearchParams(search);

  /** Changes some of them; an empty text removes one. */
  function set(changes: Record<string, string>, { replace = false } = {}) {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(changes)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    const text = next.toString();
    if (text !== search) go(text ? `${path}?${text}` : path, { replace });
  }

  return { search, get: (name: string) => params.get(name) ?? '', set };
}
