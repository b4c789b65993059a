/** How a file of codes is written: a JSON array, JSON Lines (an object a line), or CSV with a header. */
export type ImportFormat = 'json' | 'jsonl' | 'csv';

/** Every format, for those who let it be chosen. */
export const importFormats = ['json', 'jsonl', 'csv'] as const satisfies ImportFormat[];

/** The format that a file's name ends in: `.jsonl` or `.ndjson`, `.csv`, and JSON for every other. */
export function formatOf(path: string): ImportFormat {
  const name = path.toLowerCase();
  if (name.endsWith('.jsonl') || name.endsWith('.ndjson')) return 'jsonl';
  return name.endsWith('.csv') ? 'csv' : 'json';
}

/** What the formats are called in sentences. */
export const formatNames: Record<ImportFormat, string> = { json: 'JSON', jsonl: 'JSON', csv: 'CSV' };
