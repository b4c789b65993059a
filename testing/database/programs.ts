import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const isRoot = process.getuid?.() === 0;

/** A program outside of npm that some tests need. */
export type Program = {
  name: string;
  debianPackage: string;
  /** Its path, where it is here. */
  find: () => string | undefined;
};

/**
 * The options of a test that needs this program: where there is none it is skipped, and says what to install.
 * Where it can be done, Debian's package is installed first.
 */
export function needs(program: Program): { skip: string | false } {
  return skippedFor(findOrInstall(program) ? null : missing(program));
}

/**
 * The options of a test that cannot run here for a reason, or can for null. With `CI=true` nothing is skipped: the test
 * runs, and fails.
 */
export function skippedFor(reason: string | null): { skip: string | false } {
  return { skip: reason !== null && process.env.CI !== 'true' ? reason : false };
}

/** The path of a program that a test cannot go on without. */
export function mustFind(program: Program): string {
  const path = findOrInstall(program);
  if (!path) throw new Error(missing(program));
  return path;
}

function findOrInstall({ name, debianPackage, find }: Program): string | undefined {
  if (!find() && isRoot && existsSync('/etc/debian_version')) {
    process.stdout.write(`No ${name} is here: installing Debian's …\n`);
    // It must not begin to run as a service.
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
