/** The addresses of the console. */
export const consolePaths = {
  codes: '/console',
  code: (id: string) => `/console/codes/${encodeURIComponent(id)}`,
  make: '/console/make',
  import: '/console/import',
  batches: '/console/batches',
  batch: (id: string) => `/console/batches/${encodeURIComponent(id)}`,
  people: '/console/people',
  use: '/console/use',
  settings: '/console/settings',
  audit: '/console/audit',
  room: (id: string) => `/room/${encodeURIComponent(id)}`,
};

export type ConsolePage =
  | { name: 'codes' | 'make' | 'import' | 'batches' | 'people' | 'use' | 'settings' | 'audit' }
  | { name: 'code' | 'batch'; id: string };

const pages = ['make', 'import', 'batches', 'people', 'use', 'settings', 'audit'] as const;

/** The page of the console at a path; null for none. */
export function consolePageAt(path: string): ConsolePage | null {
  const [, , area = '', id = '', ...more] = path.replace(/\/$/, '').split('/');
  if (more.length > 0) return null;
  if (id) {
    if (area !== 'codes' && area !== 'batches') return null;
    const decoded = decode(id);
    return decoded === null ? null : { name: area === 'codes' ? 'code' : 'batch', id: decoded };
  }
  if (area === '' || area === 'codes') return { name: 'codes' };
  const name = pages.find((page) => page === area);
  return name ? { name } : null;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
