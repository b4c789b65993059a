import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Access } from '@foyer/api/access';
import { until } from '../chats/read-reply.ts';
import { freePort } from '../database/database.ts';

const root = join(import.meta.dirname, '../..');

test('`npm run dev` serves pages with hot reload, and the API behind them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-dev-'));
  const port = await freePort();
  const here = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [join(root, 'dev.ts')], {
    env: { PATH: process.env.PATH, PORT: String(port), API_PORT: String(await freePort()), DATA_DIR: folder },
    // Vite ends when its input does.
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  try {
    // The codes of the first start are made once the server listens.
    const isOpen = async () => {
      const answer = await fetch(`${here}/api/access`).catch(() => null);
      return answer?.status === 200 && ((await answer.json()) as Access).guestAccess === 'open';
    };
    await until(isOpen);
    const page = await (await fetch(`${here}/login`, { headers: { accept: 'text/html' } })).text();
    assert.match(page, /\/@vite\/client/);
    const entered = await fetch(`${here}/api/auth/sign-in/invitation-code`, {
      method: 'POST',
      headers: { origin: here, 'content-type': 'application/json' },
      body: JSON.stringify({ default: true }),
    });
    assert.equal(entered.status, 200);
  } finally {
    child.kill('SIGTERM');
    await once(child, 'exit');
    await rm(folder, { recursive: true, force: true });
  }
});
