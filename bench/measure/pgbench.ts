import { execFile } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { mustFind } from '../../testing/database/database.ts';

/** Repeats one statement with pgbench. Returns transactions per second. */
export async function pgbench(
  url: string,
  statement: string,
  { clients, seconds }: { clients: number; seconds: number },
): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-pgbench-'));
  const file = join(folder, 'statement.sql');
  await writeFile(file, statement);
  const threads = String(Math.min(clients, availableParallelism()));
  const args = [
    '-n',
    '-M',
    'prepared',
    '-c',
    String(clients),
    '-j',
    threads,
    '-T',
    String(seconds),
    '-f',
    file,
    url,
  ];
  const { stdout } = await promisify(execFile)(findPgbench(), args);
  await rm(folder, { recursive: true });
  const [, perSecond] = /tps = ([\d.]+)/.exec(stdout) ?? [];
  if (!perSecond) throw new Error(`pgbench said: ${stdout}`);
  return Number(perSecond);
}

function findPgbench(): string {
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'pgbench'));
  const find = () => [...onPath, ...globSync('/usr/lib/postgresql/*/bin/pgbench')].find(existsSync);
  return mustFind({ name: 'pgbench', debianPackage: 'postgresql-15', find });
}
