import { createHash } from 'node:crypto';
import { access, readFile, writeFile } from 'node:fs/promises';
import { whereJsonBreaks } from './import-json.ts';

/** One row of a file as it stands there, with its place in it, from 1. */
export type RawRow = { row: number; value: unknown };

/** A file of codes as it was read. */
export type ImportFile = {
  path: string;
  /** SHA-256 of its bytes. */
  digest: string;
  rows: RawRow[];
};

/** A file that cannot be imported; the message is one sentence for the operator. */
export class ImportRefused extends Error {}

/** Reads a file of codes, a JSON array, whose rows may still be wrong. */
export async function readImportFile(path: string): Promise<ImportFile> {
  const bytes = await readBytes(path);
  const digest = createHash('sha256').update(bytes).digest('hex');
  const values = parseJson(path, decode(path, bytes));
  return { path, digest, rows: values.map((value, index) => ({ row: index + 1, value })) };
}

/**
 * Puts rows, as they stand in their file, into a file beside it that can be mended and imported.
 *
 * @returns the name of the new file
 */
export async function writeRefusedRows({ path }: ImportFile, rows: RawRow[]): Promise<string> {
  const name = await freeName(path);
  const values = rows.map(({ value }) => value);
  try {
    await writeFile(name, `${JSON.stringify(values, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    throw new ImportRefused(`${name} cannot be written: ${reasonOf(error)}`);
  }
  return name;
}

/** `FILE.refused.json`, or with a number when the rows of an earlier import still lie there. */
async function freeName(path: string): Promise<string> {
  for (let number = 1; ; number++) {
    const name = `${path}.refused${number === 1 ? '' : `-${number}`}.json`;
    const isTaken = await access(name).then(
      () => true,
      () => false,
    );
    if (!isTaken) return name;
  }
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new ImportRefused(`${path} cannot be read: ${reasonOf(error)}`);
  }
}

function decode(path: string, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ImportRefused(`${path} is not text in UTF-8`);
  }
}

function parseJson(path: string, text: string): unknown[] {
  if (text.trim() === '') throw new ImportRefused(`${path} is empty`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const place = placeIn(text);
    const where = place ? `: line ${place.line}, column ${place.column}` : '';
    throw new ImportRefused(`${path} is not valid JSON${where}`);
  }
  if (!Array.isArray(value)) throw new ImportRefused(`${path} does not hold a JSON array of codes`);
  if (value.length === 0) throw new ImportRefused(`${path} is empty: it holds no codes`);
  return value;
}

/** Where a text breaks; null also for one whose strings are too long to be looked through. */
function placeIn(text: string) {
  try {
    return whereJsonBreaks(text);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function reasonOf(error: unknown): string {
  const reasons: Record<string, string> = {
    ENOENT: 'it does not exist',
    ENOTDIR: 'it does not exist',
    EISDIR: 'it is a folder',
    EACCES: 'permission is denied',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
  };
  if (error instanceof RangeError) return 'a row is nested too deeply';
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
  return reasons[code] ?? code;
}
