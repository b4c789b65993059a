import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { launchBrowser } from '../../e2e/browser.ts';
import { freePort } from '../../testing/database/database.ts';

/** Brings a hundred packages, so it is fetched only when needed. */
const version = '13.5.0';

/** The audits of the performance score, and the loaded files. */
const counted = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'speed-index',
  'total-blocking-time',
  'cumulative-layout-shift',
  'network-requests',
];

/** Results for a page on Lighthouse's mobile phone. */
export type PageScore = { score: number; largestPaintMs: number; scriptBytes: number };

type Report = {
  categories: { performance: { score: number } };
  audits: {
    'largest-contentful-paint': { numericValue: number };
    'network-requests': { details: { items: { resourceType?: string; transferSize: number }[] } };
  };
};

type Run = (address: string, flags: object) => Promise<{ lhr: Report } | undefined>;

export type Lighthouse = AsyncDisposable & {
  look: (address: string, cookie?: string) => Promise<PageScore>;
};

export async function openLighthouse(): Promise<Lighthouse> {
  const run = await fetchLighthouse();
  const port = await freePort();
  const browser = await launchBrowser(port);
  return {
    look: async (address, cookie) => {
      const flags = {
        port,
        onlyAudits: counted,
        disableFullPageScreenshot: true,
        extraHeaders: cookie ? { Cookie: cookie } : {},
      };
      // An upstream bug: now and then Chromium returns no trace, and Lighthouse asks to run again.
      const ran = await run(address, flags).catch(() => run(address, flags));
      if (!ran) throw new Error(`Lighthouse saw nothing of ${address}`);
      return seenIn(ran.lhr);
    },
    [Symbol.asyncDispose]: () => browser.close(),
  };
}

async function fetchLighthouse(): Promise<Run> {
  const find = ['exec', '--yes', `--package=lighthouse@${version}`, '--call', 'command -v lighthouse'];
  const { stdout } = await promisify(execFile)('npm', find);
  const require = createRequire(await realpath(stdout.trim()));
  const { default: run } = await import(require.resolve('lighthouse'));
  return run;
}

function seenIn({ categories, audits }: Report): PageScore {
  const scripts = audits['network-requests'].details.items.filter(
    ({ resourceType }) => resourceType === 'Script',
  );
  return {
    score: Math.round(categories.performance.score * 100),
    largestPaintMs: audits['largest-contentful-paint'].numericValue,
    scriptBytes: scripts.reduce((sum, { transferSize }) => sum + transferSize, 0),
  };
}
