import { accessSync, constants, statfsSync } from 'node:fs';
import { join } from 'node:path';

const memory = '/dev/shm';
/** A run takes half a gigabyte at the most; its long form takes more. */
const enoughBytes = 4 * 2 ** 30;

/**
 * Has the temporary files of this process, and of those that it starts, lie in memory where there is enough of it: to
 * make a database is to make hundreds of files, which takes a disk ten times as long.
 */
export function workInMemory() {
  if (!process.env.TMPDIR && hasRoom()) process.env.TMPDIR = memory;
}

/** Has the processes that this one starts keep their compiled code, where the launcher keeps it. */
export function keepCompiledCode() {
  process.env.NODE_COMPILE_CACHE ||= join(import.meta.dirname, '../../node_modules/.cache/node');
}

function hasRoom(): boolean {
  try {
    accessSync(memory, constants.W_OK);
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize >= enoughBytes;
  } catch {
    return false;
  }
}
