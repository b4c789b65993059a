import { stat } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { orderedMap } from '../ordered-map.ts';
import { notText } from '../read/encoding.ts';
import { ImportRefused, pieceBytes, type TextFile } from '../read/file.ts';
import type { ImportFormat } from '../read/format.ts';
import { rowsAfterHeader } from '../read/header.ts';
import { malformedCsv, malformedJson } from '../read/malformed.ts';
import { type RawBatch, splitFile } from '../read/split.ts';
import { type FileSyntax, isMalformed, type MalformedRow } from '../validate/parse-batch.ts';
import type { FileKeys } from '../validate/validate-batch.ts';
import { readInThisThread, readInThreads } from './batch-readers.ts';
import type { Staging } from './staging.ts';

/** A smaller file is read before a thread has started. */
const smallBytes = 2 * pieceBytes;

/** Reads all rows of a file into the staging area. Returns their number, and the file's SHA-256. */
export async function stageFile(
  { keys, file, format, staging }: { keys: FileKeys; file: TextFile; format: ImportFormat; staging: Staging },
  onBatch: (rows: number, fraction: number) => void,
): Promise<{ rows: number; digest: string }> {
  const { path } = file;
  const { size } = await stat(path);
  let digest = '';
  const syntax: FileSyntax = { format, columns: [], separator: ',' };
  let batches = splitFile(file, format, (sha256) => {
    digest = sha256;
  });
  if (format === 'csv') {
    batches = rowsAfterHeader(file, batches, ({ columns, separator }) => {
      Object.assign(syntax, { columns, separator });
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
      throw await refusalOf(file, offset + (edges[2 * encoded.malformed] ?? 0), encoded);
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

function refusalOf(file: TextFile, offset: number, { reason, bytes }: MalformedRow) {
  if (reason === 'not text') return notText(file.path);
  return reason === 'not JSON' ? malformedJson(file, bytes, offset) : malformedCsv(file, offset, reason.csv);
}
