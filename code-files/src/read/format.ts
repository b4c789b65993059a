export type ImportFormat = 'json' | 'jsonl' | 'csv';

export const importFormats = ['json', 'jsonl', 'csv'] as const satisfies ImportFormat[];

/** The format by the file's name. Unknown endings mean JSON. */
export function formatOf(path: string): ImportFormat {
  const name = path.toLowerCase();
  if (name.endsWith('.jsonl') || name.endsWith('.ndjson')) return 'jsonl';
  return name.endsWith('.csv') ? 'csv' : 'json';
}
