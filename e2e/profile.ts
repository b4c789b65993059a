import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { chromium } from 'playwright-core';
import { findWhole, launchArguments } from './browser.ts';
import type { Foyer } from './foyer.ts';
import { visitorOn } from './visitor.ts';

/** A compressed file may hold a marker in pieces: parts of this length are searched. */
const partLength = 8;

/** A headless Chromium keeps no profile: the test is skipped with one, but not in CI. */
export const withoutProfile = {
  skip: !findWhole() && process.env.CI !== 'true' && 'needs a whole Chromium: install chromium',
};

/**
 * A person with a browser profile on disk, as in real life.
 *
 * @param foyer the server that they open
 */
export async function openProfile(foyer: Pick<Foyer, 'url'>) {
  const executablePath = findWhole();
  if (!executablePath) throw new Error('There is no whole Chromium here: install chromium');
  const folder = await mkdtemp(join(tmpdir(), 'foyer-profile-'));
  const options = { executablePath, args: launchArguments, baseURL: foyer.url };
  const context = await chromium.launchPersistentContext(folder, options);
  after(async () => {
    await context.close();
    await rm(folder, { recursive: true, force: true });
  });
  const [page = await context.newPage()] = context.pages();
  return {
    ...visitorOn(page),
    /** Closes the browser, which then writes its last data. */
    close: () => context.close(),
    /** The files of the profile that hold one of these texts, or a part of it. */
    filesWith: (...texts: string[]) => filesWith(folder, texts.flatMap(partsOf)),
  };
}

async function filesWith(folder: string, parts: Buffer[]): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    // The browser may delete a file meanwhile.
    const content = await readFile(path).catch(() => Buffer.alloc(0));
    if (parts.some((part) => content.includes(part))) found.push(path.slice(folder.length + 1));
  }
  return found;
}

/** As bytes: Node finds UTF-16 text at even offsets only. */
function partsOf(text: string): Buffer[] {
  const count = Math.max(1, text.length - partLength + 1);
  const parts = Array.from({ length: count }, (_, at) => text.slice(at, at + partLength));
  return parts.flatMap((part) => [Buffer.from(part, 'utf8'), Buffer.from(part, 'utf16le')]);
}
