import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const launcher = join(import.meta.dirname, '../../foyer');

/** A server in its own process, started like an operator does. */
export type ServerProcess = {
  /** Its output before it listened. */
  printed: string[];
  /** Its log lines so far. */
  logged: string[];
  process: ChildProcess;
  /** Stops it and waits. */
  stop: () => Promise<void>;
  /** Kills it like a crash and waits. */
  kill: () => Promise<void>;
};

/**
 * Starts `./foyer serve` and waits until it listens.
 * @param env its whole environment except PATH
 */
export async function startProcess(env: Record<string, string>): Promise<ServerProcess> {
  const child = spawn(launcher, ['serve'], {
    env: { PATH: process.env.PATH, DRAIN_TIME: '0s', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const logged: string[] = [];
  createInterface(child.stderr).on('line', (line) => logged.push(line));
  const printed: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    if (line.startsWith('Foyer listens')) {
      return {
        printed,
        logged,
        process: child,
        stop: () => end(child, 'SIGTERM'),
        kill: () => end(child, 'SIGKILL'),
      };
    }
    printed.push(line);
  }
  throw new Error(`the server did not start: ${logged.join('\n')}`);
}

/**
 * Runs an operator's command to its end.
 * @param env its whole environment except PATH
 */
export function runCommand(env: Record<string, string>, ...args: string[]) {
  return new Promise<{ exitCode: number; stderr: string }>((resolve) => {
    execFile(launcher, args, { env: { PATH: process.env.PATH, ...env } }, (error, _, stderr) =>
      resolve({ exitCode: Number(error?.code ?? 0), stderr }),
    );
  });
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL') {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'close');
  child.kill(signal);
  await ended;
}
