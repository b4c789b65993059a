import { stat } from 'node:fs/promises';
import { setImmediate as others } from 'node:timers/promises';
import { inOrder } from '../ordered-map.ts';
import type { Scratch } from '../stage/staging.ts';
import { brokenCsv, brokenJson, notText } from '../validate/broken.ts';
import { type Broken, isBroken } from '../validate/values.ts';
import { ImportRefused, pieceBytes, reasonOf } from './file.ts';
import type { ImportFormat } from './format.ts';
import { afterHeader } from './header.ts';
import type { ReadKeys } from './read.ts';
import { readHere, readInThreads } from './readers.ts';
import { type RawBatch, splitFile } from './split.ts';

/** A file of so many bytes is read before a thread has started. */
const smallBytes = 2 * pieceBytes;

/**
 * Reads every row of a file into a scratch. Throws `ImportRefused` when the file as a whole cannot be read as codes.
 *
 * @param onBatch is told how many rows were read, and how much of the file they are, from 0 to 1
 * @returns how many there are, and the SHA-256 of the file
 */
export async function readRows(
  { keys, path, format, scratch }: { keys: ReadKeys; path: string; format: ImportFormat; scratch: Scratch },
  onBatch: (rows: number, fraction: number) => void,
): Promise<{ rows: number; digest: string }> {
  const size = await sizeOf(path);
  let digest = '';
  const writing = { format, columns: [] as string[] };
  let batches = splitFile(path, format, (whole) => {
    digest = whole;
  });
  if (format === 'csv') {
    batches = afterHeader(path, batches, ({ columns }) => {
      writing.columns = columns;
    });
  }

  await using readers = size > smallBytes ? readInThreads(keys) : readHere(keys);
  const readOne = async (batch: RawBatch) => {
    const { firstRow, offset, edges } = batch;
    const end = offset + batch.bytes.length;
    return { firstRow, offset, edges, end, read: await readers.read(batch, writing) };
  };
  let rows = 0;
  for await (const { offset, edges, end, read } of inOrder(batches, readOne, readers.width)) {
    if (isBroken(read)) throw await refusalOf(path, offset + (edges[2 * read.broken] ?? 0), read);
    scratch.add(read);
    rows += edges.length / 2;
    onBatch(rows, end / size);
  }
  if (rows === 0) throw new ImportRefused(`${path} is empty: it holds no codes`);
  for (const _ of scratch.findTwins()) {
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
    throw new ImportRefused(`${path} cannot be read: ${reasonOf(error)}`);
  }
  throw new ImportRefused(`${path} cannot be read: it is a pipe or a device, which can be read but once`);
}

function refusalOf(path: string, offset: number, { reason, bytes }: Broken) {
  if (reason === 'not text') return notText(path);
  return reason === 'not JSON' ? brokenJson(path, bytes, offset) : brokenCsv(path, offset, reason.csv);
}
