import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chown, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort, mustFind } from '../database/database.ts';

export const exim = {
  name: 'Exim',
  debianPackage: 'exim4-daemon-light',
  find: () => ['/usr/sbin/exim4'].find(existsSync),
};

/** A certificate for `localhost`, signed by itself. */
export async function makeCertificate(folder: string) {
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  const files = ['-keyout', key, '-out', certificate];
  await promisify(execFile)('openssl', ['req', '-x509', ...kind, ...files, ...subject]);
  return { key, certificate };
}

/** A real Exim that takes every letter and keeps it in its queue. With `tls` it offers STARTTLS. */
export async function startExim({ tls }: { tls: boolean }) {
  const program = mustFind(exim);
  const folder = await mkdtemp(join(tmpdir(), 'foyer-exim-'));
  const spool = join(folder, 'spool');
  await mkdir(spool);
  const { key, certificate } = await makeCertificate(folder);
  const port = await freePort();
  const { stdout } = await promisify(execFile)('id', ['-u', 'Debian-exim']);
  const owner = Number(stdout);
  for (const path of [folder, spool, key, certificate]) await chown(path, owner, owner);
  const file = join(folder, 'exim.conf');
  const settings = [
    'primary_hostname = localhost',
    `spool_directory = ${spool}`,
    `log_file_path = ${join(spool, '%slog')}`,
    `pid_file_path = ${join(spool, 'exim.pid')}`,
    'queue_only = true',
    'acl_smtp_rcpt = accept_all',
    'host_lookup =',
    'rfc1413_query_timeout = 0s',
    'keep_environment =',
    tls ? 'tls_advertise_hosts = *' : 'tls_advertise_hosts =',
    ...(tls ? [`tls_certificate = ${certificate}`, `tls_privatekey = ${key}`] : []),
    'begin acl',
    'accept_all:',
    '  accept',
  ];
  await writeFile(file, `${settings.join('\n')}\n`);
  const options = ['-C', file, '-bdf', '-oX', `127.0.0.1.${port}`];
  const child = spawn(program, options, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (piece) => {
    said += String(piece);
  });
  await waitForPort(port, () => {
    if (child.exitCode !== null) throw new Error(`Exim did not start: ${said}`);
  });
  return {
    port,
    certificate,
    /** The bodies of the letters in its queue. */
    letters: async () => {
      const input = join(spool, 'input');
      const names = (await readdir(input)).filter((name) => name.endsWith('-D'));
      return Promise.all(names.map((name) => readFile(join(input, name), 'utf8')));
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function waitForPort(port: number, check: () => void) {
  for (;;) {
    check();
    const socket = connect(port, '127.0.0.1');
    const isOpen = await Promise.race([
      once(socket, 'data').then(() => true),
      once(socket, 'close').then(() => false),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (isOpen) return;
    await wait(20);
  }
}
