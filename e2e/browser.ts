import { accessSync, constants } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import type { Program } from '../testing/database/programs.ts';
import { npmBrowser, npmBrowserEnv } from './npm-browser.ts';

const withoutWindows = ['chromium-headless-shell', 'chrome-headless-shell'];
const whole = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

export const noBrowser =
  'needs Chromium: install it, on Debian by `apt-get install chromium`, or set CHROMIUM';

/**
 * Finds a Chromium: the one that CHROMIUM names, the system's, Playwright's, or npm's; null for none. A headless one comes
 * first: a page needs a third of the work there.
 */
export function findBrowser(): string | null {
  const named = process.env.CHROMIUM;
  if (named) {
    if (isProgram(named)) return named;
    throw new Error(`CHROMIUM is ${named}, which is no program`);
  }
  return findShell() ?? findWhole();
}

/** A full Chromium that keeps a profile on disk; null for none. */
export function findWhole(): string | null {
  const named = process.env.CHROMIUM;
  if (named && !withoutWindows.includes(basename(named))) return named;
  return [...onPath(whole), chromium.executablePath(), npmBrowser].find(isProgram) ?? null;
}

/** The system's headless Chromium. */
export function findShell(): string | null {
  return onPath(withoutWindows).find(isProgram) ?? null;
}

export const firefox: Program = {
  name: 'Firefox',
  debianPackage: 'firefox-esr',
  find: () => onPath(['firefox-esr', 'firefox']).find(isProgram),
};

/** @param debuggingPort a port where other programs reach it; none by default */
export async function launchBrowser(debuggingPort?: number): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error(`This ${noBrowser}`);
  const env = { ...process.env, ...(executablePath === npmBrowser && npmBrowserEnv()) };
  const opened = debuggingPort ? [`--remote-debugging-port=${debuggingPort}`] : [];
  return chromium.launch({ executablePath, env, args: [...launchArguments, ...opened] });
}

export const launchArguments = [
  // Chromium refuses to run as root inside its sandbox.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function onPath(names: string[]): string[] {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  return folders.flatMap((folder) => names.map((name) => join(folder, name)));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return path !== '';
  } catch {
    return false;
  }
}
