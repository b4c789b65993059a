import { type ChildProcess, spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../../testing/database/database.ts';
import { end } from './child-process.ts';

/** The secret of all servers here and of the rows in their databases. */
export const secret = 'a secret of the bench, long enough for all';

const launcher = join(import.meta.dirname, '../../foyer');

export type Foyer = AsyncDisposable & { origin: string; pid: number };

/** Starts Foyer in its own process like an operator in production. Its log goes to a file. */
export async function startFoyer(url: string, settings: Record<string, string> = {}): Promise<Foyer> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-bench-'));
  const log = join(folder, 'log');
  const port = String(await freePort());
  const child = spawn(launcher, ['serve'], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      DATABASE_URL: url,
      DATA_DIR: folder,
      SECRET: secret,
      PORT: port,
      // Each user has their own address.
      TRUST_PROXY: '127.0.0.1',
      REGISTRATION_CODES: 'not-required',
      DRAIN_TIME: '0s',
      ...settings,
    },
    stdio: ['ignore', 'pipe', openSync(log, 'a')],
  });
  if (!(await listens(child))) throw new Error(`Foyer did not start: ${await readFile(log, 'utf8')}`);
  return {
    origin: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    [Symbol.asyncDispose]: async () => {
      await end(child);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function listens(child: ChildProcess): Promise<boolean> {
  if (!child.stdout) return false;
  for await (const line of createInterface(child.stdout)) if (line.startsWith('Foyer listens')) return true;
  return false;
}
