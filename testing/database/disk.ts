import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { skippedFor } from './programs.ts';

export type SmallDisk = ReturnType<typeof mountSmallDisk>;

/**
 * For tests that need a small disk. Mounting needs root, so for other users the file runs again as root of a user
 * namespace.
 * @param file of the tests
 */
export function onSmallDisk(file: string, tests: (mount: (megabytes: number) => SmallDisk) => void) {
  if (process.getuid?.() === 0) return tests(mountSmallDisk);
  const canBeRoot = spawnSync('unshare', ['-Urm', 'true']).status === 0;
  const reason = 'needs root, or user namespaces (`unshare -Urm true`) to mount a small disk: run it as root';
  test(`${basename(file)} in a user namespace`, skippedFor(canBeRoot ? null : reason), () =>
    runAsRootOfNamespace(file),
  );
}

async function runAsRootOfNamespace(file: string): Promise<void> {
  // Otherwise the tests would report to the runner of this process.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const args = ['-Urm', process.execPath, '--test-reporter=spec', file];
  const child = spawn('unshare', args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const [said, [exitCode]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  if (exitCode !== 0) throw new Error(`It failed as root of a namespace (\`unshare -Urm\`):\n${said}`);
}

/** A folder on its own tmpfs. */
function mountSmallDisk(megabytes: number) {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-disk-'));
  const ballast = join(folder, 'ballast');
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  } catch (error) {
    throw new Error('This test fills a small disk of its own, and may not mount it here', { cause: error });
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
    // With the file system named, mount does not repeat the old options: a namespace refuses the owner's id.
    grow: (megabytes: number) =>
      execFileSync('mount', ['-t', 'tmpfs', '-o', `remount,size=${megabytes}m`, 'tmpfs', folder]),
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
