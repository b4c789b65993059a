import { type FileRow, isValid } from '../validate/file-row.ts';
import { encodeRow } from './encoded-row.ts';

/** Rows as texts and numbers: they pass from thread to thread, to the disk and to the database without being decoded. */
export type EncodedBatch = {
  count: number;
  valid: number;
  /** The first and last starts and ends of the valid rows, epoch milliseconds. */
  earliestStart: number;
  latestStart: number;
  earliestEnd: number;
  latestEnd: number;
  /** Whether a valid row names an assistant, which may be missing. */
  namesAssistants: number;
  rows: string;
  digests: string;
  /** The first 8 bytes of each row's digest, as two numbers; zeros without a digest. */
  digestPrefixes: Uint32Array<ArrayBuffer>;
};

export function encodeBatch(rows: Iterable<FileRow>): EncodedBatch {
  const prefixes: number[] = [];
  const digests: string[] = [];
  const encoded: string[] = [];
  const times = {
    earliestStart: Number.MAX_SAFE_INTEGER,
    latestStart: Number.MIN_SAFE_INTEGER,
    earliestEnd: Number.MAX_SAFE_INTEGER,
    latestEnd: Number.MIN_SAFE_INTEGER,
  };
  let namesAssistants = 0;
  for (const row of rows) {
    encoded.push(encodeRow(row));
    const prefix = Buffer.from(row.digest?.slice(0, 11) ?? 'AAAAAAAAAAA', 'base64url');
    prefixes.push(prefix.readUInt32LE(0), prefix.readUInt32LE(4));
    if (!isValid(row)) continue;
    digests.push(row.digest);
    times.earliestStart = Math.min(times.earliestStart, row.validFrom);
    times.latestStart = Math.max(times.latestStart, row.validFrom);
    times.earliestEnd = Math.min(times.earliestEnd, row.validUntil);
    times.latestEnd = Math.max(times.latestEnd, row.validUntil);
    if (row.assistant) namesAssistants = 1;
  }
  return {
    count: encoded.length,
    valid: digests.length,
    ...times,
    namesAssistants,
    rows: encoded.join('\n'),
    digests: JSON.stringify(digests),
    digestPrefixes: Uint32Array.from(prefixes),
  };
}
