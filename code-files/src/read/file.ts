import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export type TextFile = { path: string; encoding: Encoding };

export class ImportRefused extends Error {}

export const pieceBytes = 256 * 1024;

/** @param onEnd gets the file's SHA-256 after the last piece */
export async function* readBytes(
  path: string,
  onEnd: (digest: string) => void = () => {},
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  const pieces: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: pieceBytes });
  try {
    for await (const piece of pieces) {
      hash.update(piece);
      yield piece;
    }
  } catch (error) {
    throw isSystemError(error) ? new ImportRefused(`${path} cannot be read: ${systemReason(error)}`) : error;
  }
  onEnd(hash.digest('hex'));
}

export function fileHasChanged(path: string): ImportRefused {
  return new ImportRefused(`${path} has changed since it was checked: nothing was written`);
}

export async function digestOfFile(path: string): Promise<string> {
  let digest = '';
  const bytes = readBytes(path, (whole) => {
    digest = whole;
  });
  for await (const _ of bytes);
  return digest;
}

/** The file's text as UTF-8. `onEnd` as in `readBytes`. */
export async function* readText(
  { path, encoding }: TextFile,
  onEnd?: (digest: string) => void,
): AsyncGenerator<Uint8Array> {
  if (encoding === 'utf-8') return yield* readBytes(path, onEnd);
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  for await (const piece of readBytes(path, onEnd))
    yield encoder.encode(decoder.decode(piece, { stream: true }));
  yield encoder.encode(decoder.decode());
}

/** Line and column of a byte of the text in UTF-8, both from 1; columns count characters. */
export async function placeAt(file: TextFile, offset: number): Promise<{ line: number; column: number }> {
  let line = 1;
  let left = offset;
  let tail = Buffer.alloc(0);
  for await (const piece of readText(file)) {
    const before = piece.subarray(0, left);
    left -= before.length;
    for (const byte of before) if (byte === 10) line++;
    const lastBreak = before.lastIndexOf(10);
    tail = lastBreak === -1 ? Buffer.concat([tail, before]) : Buffer.from(before.subarray(lastBreak + 1));
    if (left === 0) break;
  }
  return { line, column: new TextDecoder().decode(tail).length + 1 };
}

/** Why the system refused to read or write a file, as the end of a sentence. */
export function systemReason(error: unknown): string {
  const reasons: Record<string, string> = {
    ENOENT: 'it does not exist',
    ENOTDIR: 'it does not exist',
    EISDIR: 'it is a folder',
    EACCES: 'permission is denied',
    EEXIST: 'it exists already',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
  };
  const code = isSystemError(error) ? error.code : 'unknown reason';
  return reasons[code] ?? code;
}

function isSystemError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && 'syscall' in error && typeof error.code === 'string';
}
