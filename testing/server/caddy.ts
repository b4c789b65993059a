import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { mustFind } from '../database/database.ts';

export const caddy = {
  name: 'Caddy',
  debianPackage: 'caddy',
  find: () => ['/usr/bin/caddy', '/usr/local/bin/caddy'].find(existsSync),
};

/** Starts a real Caddy and waits until it serves. */
export async function startCaddy(caddyfile: string) {
  const program = mustFind(caddy);
  const folder = await mkdtemp(join(tmpdir(), 'foyer-caddy-'));
  // Its admin port would be the same for every Caddy of a machine.
  await writeFile(join(folder, 'Caddyfile'), `{\n\tadmin off\n}\n${caddyfile}`);
  const child = spawn(program, ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')], {
    env: { HOME: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said: string[] = [];
  await new Promise<void>((resolve, reject) => {
    createInterface(child.stderr).on('line', (line) => {
      said.push(line);
      if (line.includes('serving initial configuration')) resolve();
    });
    child.once('exit', () => reject(new Error(`Caddy did not start: ${said.join('\n')}`)));
  });
  return {
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
