import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from './free-port.ts';
import { mustFind, type Program } from './programs.ts';

const isRoot = process.getuid?.() === 0;

export const pgbouncer: Program = {
  name: 'pgbouncer',
  debianPackage: 'pgbouncer',
  find: () => ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer'].find(existsSync),
};

/**
 * Starts a real pgbouncer in transaction mode: each transaction may get another connection. It lets everybody in and
 * refuses unknown session parameters.
 * @param url of the database, with a password
 * @param connections the most connections to PostgreSQL
 * @param settings further lines of its section
 */
export async function startPgbouncer(
  url: string,
  { connections, settings: further = [] }: { connections: number; settings?: string[] },
) {
  const { hostname, port: target, username, password } = new URL(url);
  const program = mustFind(pgbouncer);
  const folder = await mkdtemp(join(tmpdir(), 'foyer-pgbouncer-'));
  const port = await freePort();
  const file = join(folder, 'pgbouncer.ini');
  const settings = [
    '[databases]',
    `* = host=${hostname} port=${target} user=${username} password=${password}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${port}`,
    'unix_socket_dir =',
    'auth_type = any',
    'pool_mode = transaction',
    `default_pool_size = ${connections}`,
    'max_client_conn = 500',
    ...further,
  ];
  await writeFile(file, settings.join('\n'));
  // It refuses to run as root.
  const child = spawn(program, [...(isRoot ? ['-u', 'nobody'] : []), file], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said: string[] = [];
  const isUp = new Promise<void>((resolve, reject) => {
    createInterface(child.stderr).on('line', (line) => {
      said.push(line);
      if (line.includes('process up')) resolve();
    });
    child.once('exit', () => reject(new Error(`pgbouncer did not start: ${said.join('\n')}`)));
  });
  await isUp;

  const through = new URL(url);
  through.port = String(port);
  return {
    /** The same database, through pgbouncer. */
    url: through.href,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
