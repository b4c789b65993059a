import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// A headless Chromium for Linux on x64 from npm, for machines where no other can be installed. Only tests use it.
const brought = '@sparticuz/chromium@153.0.0';
const folder = join(import.meta.dirname, '../node_modules/.cache/chromium');
const unpacked = join(folder, 'unpacked');

/** The path, even if it is not installed. */
export const npmBrowser = join(unpacked, 'chromium');

/** Its libraries, and fonts if the system has none. */
export function npmBrowserEnv(): Record<string, string> {
  const hasFonts = existsSync('/etc/fonts/fonts.conf');
  return {
    LD_LIBRARY_PATH: join(unpacked, 'al2023/lib'),
    ...(!hasFonts && { FONTCONFIG_PATH: join(unpacked, 'fonts') }),
  };
}

/** True when it could be installed. */
export function installNpmBrowser(): boolean {
  if (process.platform !== 'linux' || process.arch !== 'x64') return false;
  const unpacking = join(folder, 'unpacking');
  mkdirSync(unpacking, { recursive: true });
  // A project of its own. By `--prefix` npm would not read the settings of the machine.
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const install = ['install', '--no-save', '--no-audit', '--no-fund', brought];
  const isBrought = run('npm', install) && run(process.execPath, ['--eval', unpack], { TMPDIR: unpacking });
  // The rename makes sure that only a complete one is found later.
  if (isBrought) renameSync(unpacking, unpacked);
  rmSync(unpacking, { recursive: true, force: true });
  return isBrought;
}

/** It unpacks itself into the folder for temporary files. */
const unpack = `
  const { default: chromium, inflate } = await import('@sparticuz/chromium');
  await chromium.executablePath();
  await inflate('node_modules/@sparticuz/chromium/bin/al2023.tar.br');`;

function run(program: string, args: string[], env: Record<string, string> = {}): boolean {
  const how = { cwd: folder, env: { ...process.env, ...env }, stdio: 'inherit' } as const;
  return spawnSync(program, args, how).status === 0;
}
