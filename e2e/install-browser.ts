import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, findShell, findWhole, noBrowser } from './browser.ts';
import { installNpmBrowser } from './npm-browser.ts';

const isDebian = existsSync('/etc/debian_version') && process.getuid?.() === 0;
const install = ['install', '-y', '--no-install-recommends'];

// Brings the browser for the journeys where there is none. It runs once, before the test files, which run side by side.
if (isDebian && !process.env.CHROMIUM && !findShell()) installShell();
if (!findWhole()) installWhole();
if (!findBrowser()) goOnWithout();

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
    run('apt-get', [...install, 'chromium']);
    return;
  }
  say("Downloading Playwright's Chromium, for the browser tests …");
  const playwright = join(import.meta.dirname, '../node_modules/playwright-core/cli.js');
  if (run(process.execPath, [playwright, 'install', 'chromium'])) return;
  say('That could not be had: trying the one that npm brings …');
  installNpmBrowser();
}

function goOnWithout() {
  if (process.env.CI === 'true') throw new Error(`The browser tests cannot run: ${noBrowser}`);
  say(`The browser tests are skipped: ${noBrowser}`);
}

function run(program: string, args: string[]): boolean {
  return spawnSync(program, args, { stdio: 'inherit' }).status === 0;
}

function say(text: string) {
  process.stdout.write(`${text}\n`);
}
