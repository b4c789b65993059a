import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, findShell } from './browser.ts';

const isDebian = existsSync('/etc/debian_version') && process.getuid?.() === 0;
const install = ['install', '-y', '--no-install-recommends'];

// Brings the browser for the journeys where there is none. It runs once, before the test files, which run side by side.
if (isDebian && !process.env.CHROMIUM && !findShell()) installShell();
if (!findBrowser()) installWhole();

/** Where another browser is there, it will do when this one cannot be had. */
function installShell() {
  say("Installing Debian's Chromium without windows, for the browser tests …");
  if (!findBrowser()) run('apt-get', ['update']);
  run('apt-get', [...install, 'chromium-headless-shell']);
}

function installWhole() {
  if (isDebian) {
    say("No Chromium is here: installing Debian's, for the browser tests …");
    mustRun('apt-get', [...install, 'chromium']);
  } else {
    say("No Chromium is here: downloading Playwright's own, for the browser tests …");
    const playwright = join(import.meta.dirname, '../node_modules/playwright-core/cli.js');
    mustRun(process.execPath, [playwright, 'install', 'chromium']);
  }
  if (!findBrowser())
    throw new Error('Chromium was installed, but cannot be found. Set CHROMIUM to its path');
}

function mustRun(program: string, args: string[]) {
  if (run(program, args)) return;
  throw new Error(
    `The browser tests need Chromium, and \`${program} ${args.join(' ')}\` failed. Install it, or set CHROMIUM`,
  );
}

function run(program: string, args: string[]): boolean {
  const { status, error } = spawnSync(program, args, { stdio: 'inherit' });
  if (error) throw error;
  return status === 0;
}

function say(text: string) {
  process.stdout.write(`${text}\n`);
}
