import { type FileHandle, open, unlink } from 'node:fs/promises';
import { fileHasChanged, ImportRefused, systemReason, type TextFile } from '../read/file.ts';
import type { ImportFormat } from '../read/format.ts';
import { rowsAfterHeader } from '../read/header.ts';
import { bytesOfRow, splitFile } from '../read/split.ts';

/** `refused` must be in ascending order. */
export async function copyRejectedRows(
  { file: source, format, digest }: { file: TextFile; format: ImportFormat; digest: string },
  refused: Iterator<number>,
): Promise<string> {
  const { path } = source;
  const { name, file } = await createFile(path, format);
  try {
    const copied = await copyRows(file, { source, format }, refused);
    if (copied !== digest) throw fileHasChanged(path);
    return name;
  } catch (error) {
    await unlink(name);
    throw error instanceof ImportRefused
      ? error
      : new ImportRefused(`${name} cannot be written: ${systemReason(error)}`);
  } finally {
    await file.close();
  }
}

/** `FILE.refused.json`, or with a number when the file of an earlier import is still there. */
async function createFile(path: string, format: ImportFormat): Promise<{ name: string; file: FileHandle }> {
  for (let number = 1; ; number++) {
    const name = `${path}.refused${number === 1 ? '' : `-${number}`}.${format}`;
    try {
      return { name, file: await open(name, 'wx', 0o600) };
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') continue;
      throw new ImportRefused(`${name} cannot be written: ${systemReason(error)}`);
    }
  }
}

const around = {
  json: { begin: '[\n', between: ',\n', end: '\n]\n' },
  jsonl: { begin: '', between: '\n', end: '\n' },
  csv: { begin: '', between: '\n', end: '\n' },
} as const satisfies Record<ImportFormat, object>;

async function copyRows(
  file: FileHandle,
  { source, format }: { source: TextFile; format: ImportFormat },
  refused: Iterator<number>,
): Promise<string> {
  const { begin, between, end } = around[format];
  let digest = '';
  let text: string = begin;
  let isFirst = true;
  let batches = splitFile(source, format, (whole) => {
    digest = whole;
  });
  if (format === 'csv') {
    batches = rowsAfterHeader(source, batches, (header) => {
      text = header.text;
      isFirst = false;
    });
  }
  let next = refused.next();
  for await (const batch of batches) {
    const after = batch.firstRow + batch.edges.length / 2;
    for (; !next.done && next.value < after; next = refused.next()) {
      text += `${isFirst ? '' : between}${textOf(bytesOfRow(batch, next.value - batch.firstRow))}`;
      isFirst = false;
    }
    await file.write(text);
    text = '';
  }
  await file.write(end);
  return digest;
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).trim();
}
