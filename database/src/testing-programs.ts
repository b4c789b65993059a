import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const isRoot = process.getuid?.() === 0;

/**
 * The path of a program that tests need; installs Debian's where there is none and that can be done.
 *
 * @param find looks for it
 * @param debianPackage what brings it
 */
export function findProgram(
  find: () => string | undefined,
  { name, debianPackage }: { name: string; debianPackage: string },
): string {
  if (!find() && isRoot && existsSync('/etc/debian_version')) {
    process.stdout.write(`No ${name} is here: installing Debian's …\n`);
    // It must not begin to run as a service.
    const env = { ...process.env, RUNLEVEL: '1', DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', debianPackage]]) {
      spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], { env, stdio: 'inherit' });
    }
  }
  const program = find();
  if (!program)
    throw new Error(`A real ${name} is needed here: install it, as Debian's package \`${debianPackage}\``);
  return program;
}
