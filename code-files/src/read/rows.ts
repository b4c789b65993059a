import { stat } from 'node:fs/promises';
import { setImmediate as others } from 'node:timers/promises';
import { orderedMap } from '../ordered-map.ts';
import type { Staging } from '../stage/staging.ts';
import { brokenCsv, brokenJson, notText } from '../validate/broken.ts';
import { isMalformed, type MalformedRow } from '../validate/values.ts';
import { ImportRefused, pieceBytes, systemReason } from './file.ts';
import type { ImportFormat } from './format.ts';
import { rowsAfterHeader } from './header.ts';
import type { FileKeys } from './read.ts';
import { readInThisThread, readInThreads } from './readers.ts';
import { type RawBatch, splitFile } from './split.ts';

/** A file of so many bytes is read before a thread has started. */
const smallBytes = 2 * pieceBytes;

/**
 * Reads every row of a file into a scratch. Throws `ImportRefused` when the file as a whole cannot be read as codes.
 *
 * @param onBatch is told how many rows were read, and how much of the file they are, from 0 to 1
 * @returns how many there are, and the SHA-256 of the file
 */
export async function stageFile(
  { keys, path, format, scratch }: { keys: FileKeys; path: string; format: ImportFormat; scratch: Staging },
  onBatch: (rows: number, fraction: number) => void,
): Promise<{ rows: number; digest: string }> {
  const size = await sizeOf(path);
  let digest = '';
  const writing = { format, columns: [] as string[] };
  let batches = splitFile(path, format, (whole) => {
    digest = whole;
  });
  if (format === 'csv') {
    batches = rowsAfterHeader(path, batches, ({ columns }) => {
      writing.columns = columns;
    });
  }

  await using readers = size > smallBytes ? readInThreads(keys) : readInThisThread(keys);
  const readOne = async (batch: RawBatch) => {
    const { firstRow, offset, edges } = batch;
    const end = offset + batch.bytes.length;
    return { firstRow, offset, edges, end, read: await readers.read(batch, writing) };
  };
  let rows = 0;
  for await (const { offset, edges, end, read } of orderedMap(batches, readOne, readers.width)) {
    if (isMalformed(read)) throw await refusalOf(path, offset + (edges[2 * read.malformed] ?? 0), read);
    scratch.add(read);
    rows += edges.length / 2;
    onBatch(rows, end / size);
  }
  if (rows === 0) throw new ImportRefused(`${path} is empty: it holds no codes`);
  for (const _ of scratch.findDuplicates()) {
    onBatch(rows, 1);
    await others();
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
  throw new ImportRefused(`${path} cannot be read: it is a pipe or a device, which can be read but once`);
}

function refusalOf(path: string, offset: number, { reason, bytes }: MalformedRow) {
  if (reason === 'not text') return notText(path);
  return reason === 'not JSON' ? brokenJson(path, bytes, offset) : brokenCsv(path, offset, reason.csv);
}
