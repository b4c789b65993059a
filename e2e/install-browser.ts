import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browser.ts';

// Brings the browser for the journeys where there is none. It runs once, before the test files, which run side by side.
if (!findBrowser()) {
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    say("No Chromium is here: installing Debian's, for the browser tests …");
    run('apt-get', ['update']);
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
  } else {
    say("No Chromium is here: downloading Playwright's own, for the browser tests …");
    run(process.execPath, [
      join(import.meta.dirname, '../node_modules/playwright-core/cli.js'),
      'install',
      'chromium',
    ]);
  }
  if (!findBrowser())
    throw new Error('Chromium was installed, but cannot be found. Set CHROMIUM to its path');
}

function run(program: string, args: string[]) {
  const { status, error } = spawnSync(program, args, { stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) {
    throw new Error(
      `The browser tests need Chromium, and \`${program} ${args.join(' ')}\` failed. Install it, or set CHROMIUM`,
    );
  }
}

function say(text: string) {
  process.stdout.write(`${text}\n`);
}
