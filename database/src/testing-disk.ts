import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A folder on a real file system of its own that is soon full: a tmpfs, which takes root to mount.
 *
 * @param megabytes of its size
 */
export function smallDisk(megabytes: number) {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-disk-'));
  const ballast = join(folder, 'ballast');
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  } catch (error) {
    throw new Error('This test fills a small disk of its own, which only root may mount: run it as root', {
      cause: error,
    });
  }
  return {
    folder,
    /** Leaves no room for a single block. */
    fill: () => {
      const file = openSync(ballast, 'a');
      for (const size of [64 * 1024, 4096]) writeWhileThereIsRoom(file, Buffer.alloc(size));
      closeSync(file);
    },
    makeRoom: () => rmSync(ballast),
    grow: (megabytes: number) => execFileSync('mount', ['-o', `remount,size=${megabytes}m`, folder]),
    remove: () => {
      execFileSync('umount', [folder]);
      rmSync(folder, { recursive: true });
    },
  };
}

function writeWhileThereIsRoom(file: number, block: Buffer) {
  try {
    for (;;) writeSync(file, block);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}
