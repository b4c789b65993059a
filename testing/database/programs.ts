import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const isRoot = process.getuid?.() === 0;

/** A program outside of npm that some tests need. */
export type Program = {
  name: string;
  debianPackage: string;
  /** Its path, if it is installed. */
  find: () => string | undefined;
};

/**
 * Options for a test that needs this program. Installs Debian's package if possible; otherwise the test is skipped with
 * the reason.
 */
export function needs(program: Program): { skip: string | false } {
  return skippedFor(findOrInstall(program) ? null : missing(program));
}

/** Options for a test that cannot run here (null: it can). With `CI=true` nothing is skipped, so the test fails. */
export function skippedFor(reason: string | null): { skip: string | false } {
  return { skip: reason !== null && process.env.CI !== 'true' ? reason : false };
}

export function mustFind(program: Program): string {
  const path = findOrInstall(program);
  if (!path) throw new Error(missing(program));
  return path;
}

function findOrInstall({ name, debianPackage, find }: Program): string | undefined {
  if (!find() && isRoot && existsSync('/etc/debian_version')) {
    process.stdout.write(`No ${name} is here: installing Debian's …\n`);
    // The package must not start a service.
    const env = { ...process.env, RUNLEVEL: '1', DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', debianPackage]]) {
      spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], { env, stdio: 'inherit' });
    }
  }
  return find();
}

function missing({ name, debianPackage }: Program): string {
  return `needs ${name}: install it, on Debian by \`apt-get install ${debianPackage}\``;
}
