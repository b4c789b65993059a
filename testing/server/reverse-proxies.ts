import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort, mustFind } from '../database/database.ts';
import { startCaddy } from './caddy.ts';

const timeoutMs = 10_000;

type Ports = { from: number; to: number; folder: string };
type ReverseProxy = {
  name: string;
  debianPackage: string;
  find: () => string | undefined;
  /** As docs/self-hosting.md has it, without TLS. */
  settings: (ports: Ports) => string;
  args: (file: string, folder: string) => string[];
};

const programIn = (...paths: string[]) => ({ find: () => paths.find(existsSync) });

export const reverseProxies: ReverseProxy[] = [
  {
    name: 'nginx',
    debianPackage: 'nginx-light',
    ...programIn('/usr/sbin/nginx'),
    args: (file, folder) => ['-c', file, '-p', folder, '-e', 'stderr', '-g', 'daemon off;'],
    settings: ({ from, to, folder }) => `
user root;
pid ${folder}/pid;
events {}
http {
	access_log off;
	client_body_temp_path ${folder}/body;
	proxy_temp_path ${folder}/proxy;
	server {
		listen 127.0.0.1:${from};
		location / {
			proxy_pass http://127.0.0.1:${to};
			proxy_http_version 1.1;
			proxy_set_header Connection "";
			proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
		}
	}
}`,
  },
  {
    name: 'haproxy',
    debianPackage: 'haproxy',
    ...programIn('/usr/sbin/haproxy'),
    args: (file) => ['-db', '-f', file],
    settings: ({ from, to }) => `
defaults
	mode http
	timeout connect 5s
	timeout client 60s
	timeout server 60s
frontend chat
	bind 127.0.0.1:${from}
	default_backend foyer
backend foyer
	option forwardfor
	option httpchk GET /readyz
	server a 127.0.0.1:${to} check inter 1s
`,
  },
  {
    name: 'Apache',
    debianPackage: 'apache2',
    ...programIn('/usr/sbin/apache2'),
    args: (file) => ['-DFOREGROUND', '-f', file],
    settings: ({ from, to, folder }) => `
ServerRoot ${folder}
ServerName localhost
PidFile ${folder}/pid
ErrorLog ${folder}/log
DefaultRuntimeDir ${folder}
User www-data
Group www-data
${['mpm_event', 'authz_core', 'proxy', 'proxy_http']
  .map((module) => `LoadModule ${module}_module /usr/lib/apache2/modules/mod_${module}.so`)
  .join('\n')}
Listen 127.0.0.1:${from}
ProxyPass / http://127.0.0.1:${to}/ flushpackets=on ttl=60
`,
  },
];

/** Starts a real reverse proxy before a server, and returns its address. */
export async function startReverseProxy(proxy: ReverseProxy, to: number) {
  const program = mustFind(proxy);
  const folder = await mkdtemp(join(tmpdir(), 'foyer-proxy-'));
  await chmod(folder, 0o755);
  const from = await freePort();
  const file = join(folder, 'settings');
  await writeFile(file, proxy.settings({ from, to, folder }));
  const child = spawn(program, proxy.args(file, folder), { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (piece) => {
    said += piece;
  });
  const url = `http://127.0.0.1:${from}`;
  await untilItServes(child, url, () => `${proxy.name} did not start: ${said}`);
  return {
    url,
    stop: async () => {
      const ended = child.exitCode === null ? once(child, 'exit') : null;
      child.kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The same with Caddy. */
export async function startCaddyBefore(to: number) {
  const from = await freePort();
  const { stop } = await startCaddy(`http://127.0.0.1:${from} {\n\treverse_proxy 127.0.0.1:${to}\n}\n`);
  return { url: `http://127.0.0.1:${from}`, stop };
}

/** A whole answer: Apache binds its port, and closes it again, before it serves. */
async function untilItServes(child: ChildProcess, url: string, why: () => string) {
  const deadline = Date.now() + timeoutMs;
  const answers = () => fetch(`${url}/healthz`).catch(() => null);
  while (!(await answers())?.ok) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(why());
    await wait(20);
  }
}
