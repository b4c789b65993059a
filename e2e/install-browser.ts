import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, findShell, findWhole } from './browser.ts';

const isDebian = existsSync('/etc/debian_version') && process.getuid?.() === 0;
const install = ['install', '-y', '--no-install-recommends'];

// Brings the browser for the journeys where there is none. It runs once, before the test files, which run side by side.
if (isDebian && !process.env.CHROMIUM && !findShell()) installShell();
if (!findWhole()) installWhole();

/** Where another browser is there, it will do when this one cannot be had. */
function installShell() {
  say("Installing Debian's Chromium without windows, for the browser tests …");
  if (!findBrowser()) run('apt-get', ['update']);
  run('apt-get', [...install, 'chromium-headless-shell']);
}

/** Where there is one without windows, only the test of a browser's profile goes without it. */
function installWhole() {
  if (isDebian) {
    say("Installing Debian's Chromium, for the browser tests …");
    run('apt-get', ['update']);
    runFor('apt-get', [...install, 'chromium']);
  } else {
    say("Downloading Playwright's Chromium, for the browser tests …");
    const playwright = join(import.meta.dirname, '../node_modules/playwright-core/cli.js');
    runFor(process.execPath, [playwright, 'install', 'chromium']);
  }
  if (!findBrowser())
    throw new Error('Chromium was installed, but cannot be found. Set CHROMIUM to its path');
}

function runFor(program: string, args: string[]) {
  if (run(program, args) || findBrowser()) return;
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
