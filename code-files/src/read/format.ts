import { readText, type TextFile } from './file.ts';

export type ImportFormat = 'json' | 'jsonl' | 'csv';

export const importFormats = ['json', 'jsonl', 'csv'] as const satisfies ImportFormat[];

/** A `.json` file may hold one object a line, as MongoDB's export does. */
export async function isObjectsPerLine(file: TextFile): Promise<boolean> {
  for await (const piece of readText(file)) {
    const [line = ''] = new TextDecoder().decode(piece).trimStart().split('\n');
    return line.startsWith('{') && isJson(line);
  }
  return false;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The format by the file's name. Unknown endings mean JSON. */
export function formatOf(path: string): ImportFormat {
  const name = path.toLowerCase();
  if (name.endsWith('.jsonl') || name.endsWith('.ndjson')) return 'jsonl';
  return name.endsWith('.csv') ? 'csv' : 'json';
}
