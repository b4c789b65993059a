import { stat } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { orderedMap } from '../ordered-map.ts';
import { ImportRefused, pieceBytes, systemReason } from '../read/file.ts';
import type { ImportFormat } from '../read/format.ts';
import { rowsAfterHeader } from '../read/header.ts';
import { malformedCsv, malformedJson, notText } from '../read/malformed.ts';
import { type RawBatch, splitFile } from '../read/split.ts';
import { type FileSyntax, isMalformed, type MalformedRow } from '../validate/parse-batch.ts';
import type { FileKeys } from '../validate/validate-batch.ts';
import { readInThisThread, readInThreads } from './batch-readers.ts';
import type { Staging } from './staging.ts';

/** A smaller file is read before a thread has started. */
const smallBytes = 2 * pieceBytes;

/** Reads all rows of a file into the staging area. Returns their number, and the file's SHA-256. */
export async function stageFile(
  { keys, path, format, staging }: { keys: FileKeys; path: string; format: ImportFormat; staging: Staging },
  onBatch: (rows: number, fraction: number) => void,
): Promise<{ rows: number; digest: string }> {
  const size = await sizeOf(path);
  let digest = '';
  const syntax: FileSyntax = { format, columns: [] };
  let batches = splitFile(path, format, (sha256) => {
    digest = sha256;
  });
  if (format === 'csv') {
    batches = rowsAfterHeader(path, batches, ({ columns }) => {
      syntax.columns = columns;
    });
  }

  await using readers = size > smallBytes ? readInThreads(keys) : readInThisThread(keys);
  const encode = async (batch: RawBatch) => {
    const { offset, edges } = batch;
    const end = offset + batch.bytes.length;
    return { offset, edges, end, encoded: await readers.read(batch, syntax) };
  };
  let rows = 0;
  for await (const { offset, edges, end, encoded } of orderedMap(batches, encode, readers.width)) {
    if (isMalformed(encoded))
      throw await refusalOf(path, offset + (edges[2 * encoded.malformed] ?? 0), encoded);
    staging.add(encoded);
    rows += edges.length / 2;
    onBatch(rows, end / size);
  }
  if (rows === 0) throw new ImportRefused(`${path} is empty: it holds no codes`);
  for (const _ of staging.findDuplicates()) {
    onBatch(rows, 1);
    await nextTurn();
  }
  return { rows, digest };
}

async function sizeOf(path: string): Promise<number> {
  try {
    const found = await stat(path);
    if (found.isFile() || found.isDirectory()) return found.size;
  } catch (error) {
    throw new ImportRefused(`${path} cannot be read: ${systemReason(error)}`);
  }
  throw new ImportRefused(`${path} cannot be read: it is a pipe or a device, which can be read only once`);
}

function refusalOf(path: string, offset: number, { reason, bytes }: MalformedRow) {
  if (reason === 'not text') return notText(path);
  return reason === 'not JSON' ? malformedJson(path, bytes, offset) : malformedCsv(path, offset, reason.csv);
}
