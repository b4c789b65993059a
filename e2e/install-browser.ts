import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { needs } from '../testing/database/programs.ts';
import { findBrowser, findShell, findWhole, firefox, noBrowser } from './browser.ts';
import { installNpmBrowser } from './npm-browser.ts';

const isDebian = existsSync('/etc/debian_version') && process.getuid?.() === 0;
const install = ['install', '-y', '--no-install-recommends'];

// Installs the browsers of the journeys if there are none. It runs once, before the test files, which run in parallel.
if (isDebian && !process.env.CHROMIUM && !findShell()) installShell();
if (!findWhole()) installWhole();
if (!findBrowser()) goOnWithout();
needs(firefox);

/** If this one cannot be installed, another browser is good enough. */
function installShell() {
  say("Installing Debian's Chromium without windows, for the browser tests …");
  if (!findBrowser()) run('apt-get', ['update']);
  run('apt-get', [...install, 'chromium-headless-shell']);
}

/** With a headless browser only the test of the browser profile is skipped. */
function installWhole() {
  if (isDebian) {
    say("Installing Debian's Chromium, for the browser tests …");
    run('apt-get', [...install, 'chromium']);
    return;
  }
  say("Downloading Playwright's Chromium, for the browser tests …");
  const playwright = join(import.meta.dirname, '../node_modules/playwright-core/cli.js');
  if (run(process.execPath, [playwright, 'install', 'chromium'])) return;
  say('That failed: trying the one from npm …');
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
