import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findBrowser } from '../e2e/browser.ts';

/** It brings a hundred packages, and is fetched only by who measures with it. */
const version = '13.5.0';

/** What Lighthouse sees of a page on its mobile phone. */
export type Seen = { score: number; largestPaintMs: number; scriptBytes: number };

type Report = {
  categories: { performance: { score: number } };
  audits: {
    'largest-contentful-paint': { numericValue: number };
    'network-requests': { details: { items: { resourceType?: string; transferSize: number }[] } };
  };
};

/** @param cookie of whoever is signed in */
export async function lighthouse(address: string, cookie?: string): Promise<Seen> {
  const flags = ['--headless=new', '--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const args = [
    ...['exec', '--yes', '--', `lighthouse@${version}`, address, '--quiet', '--output=json'],
    ...['--only-categories=performance', `--chrome-flags=${flags.join(' ')}`],
    ...(cookie ? [`--extra-headers=${JSON.stringify({ Cookie: cookie })}`] : []),
  ];
  const env = { ...process.env, CHROME_PATH: findBrowser() ?? '' };
  const run = () => promisify(execFile)('npm', args, { env, maxBuffer: 1e8 });
  // Now and then Chromium gives it no trace of the page: it asks to be run again.
  const { stdout } = await run().catch(run);
  const { categories, audits }: Report = JSON.parse(stdout);
  const scripts = audits['network-requests'].details.items.filter(
    ({ resourceType }) => resourceType === 'Script',
  );
  return {
    score: Math.round(categories.performance.score * 100),
    largestPaintMs: audits['largest-contentful-paint'].numericValue,
    scriptBytes: scripts.reduce((sum, { transferSize }) => sum + transferSize, 0),
  };
}
