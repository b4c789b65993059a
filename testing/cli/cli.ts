import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after } from 'node:test';
import { openInstallation } from '@foyer/server/installation';

/** The launcher, as an operator starts it. */
export const launcher = join(import.meta.dirname, '../../foyer');

export type Outcome = { exitCode: number | null; stdout: string; stderr: string };

/**
 * An operator at a terminal, in a folder that is deleted after the suite.
 *
 * @param databaseUrl default: a file in the folder
 * @param isMigrated whether the database exists already
 */
export async function operatorWith({
  databaseUrl,
  isMigrated = true,
}: {
  databaseUrl?: string;
  isMigrated?: boolean;
} = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-operator-'));
  after(() => rm(folder, { recursive: true, force: true }));
  const dataDir = join(folder, 'data');
  const url = databaseUrl ?? `sqlite:${join(dataDir, 'foyer.db')}`;
  const settings = { DATA_DIR: dataDir, DATABASE_URL: url, PUBLIC_URL: 'https://chat.example.org' };

  if (isMigrated) {
    const installation = await openInstallation(
      { dataDir, databaseUrl: url, secret: null },
      { serving: true },
    );
    await installation.close();
  }

  const start = (args: string[], env: Record<string, string> = {}, program = launcher): ChildProcess =>
    spawn(program, args, { cwd: folder, env: { ...process.env, ...settings, ...env } });

  return {
    folder,
    dataDir,
    databaseUrl: url,
    start,
    /** Runs `./foyer` with these arguments to its end. */
    foyer: (...args: string[]) => outcomeOf(start(args)),
    /** The same with another environment or program. */
    foyerAs: ({ env, program }: { env?: Record<string, string>; program?: string }, ...args: string[]) =>
      outcomeOf(start(args, env, program)),
    /** Writes a file of rows into the folder. */
    write: (name: string, rows: object[]) => writeFile(join(folder, name), JSON.stringify(rows)),
  };
}

async function outcomeOf(child: ChildProcess): Promise<Outcome> {
  if (!child.stdout || !child.stderr) throw new Error('the command has no output');
  const exit = new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('exit', resolve),
  );
  const [exitCode, stdout, stderr] = await Promise.all([exit, text(child.stdout), text(child.stderr)]);
  return { exitCode, stdout, stderr };
}
