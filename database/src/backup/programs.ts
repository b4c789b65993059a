import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

export class BackupProblem extends Error {}

export class MissingProgram extends BackupProblem {}

export type Program = {
  child: ChildProcess;
  /** Resolves when it has succeeded. @throws BackupProblem with its last words */
  done: Promise<void>;
};

/** Starts one of PostgreSQL's programs. The password travels in the environment: everybody can read arguments. */
export function startProgram(
  name: 'pg_dump' | 'pg_restore' | 'psql',
  args: string[],
  databaseUrl?: string,
): Program {
  const [target, env] = databaseUrl === undefined ? [[], {}] : connectionOf(databaseUrl);
  const child = spawn(name, [...args, ...target], { env: { ...process.env, ...env }, stdio: 'pipe' });
  // A program that ends early closes its input: its own words say why.
  child.stdin.on('error', () => {});
  return { child, done: untilDone(name, child) };
}

function connectionOf(databaseUrl: string): [string[], Record<string, string>] {
  const url = new URL(databaseUrl);
  const password = decodeURIComponent(url.password);
  url.password = '';
  return [['--dbname', url.href], password === '' ? {} : { PGPASSWORD: password }];
}

async function untilDone(name: string, child: ChildProcess): Promise<void> {
  const words = child.stderr ? text(child.stderr) : '';
  try {
    const [exitCode] = await once(child, 'close');
    if (exitCode !== 0) throw new BackupProblem(`${name} failed: ${(await words).trim().slice(-1000)}`);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    throw new MissingProgram(
      `The program ${name} is missing: install PostgreSQL's client programs (on Debian the package postgresql-client), not older than the server.`,
    );
  }
}
