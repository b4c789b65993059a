import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freePort } from '../../../testing/database/database.ts';
import { listen } from './listen.ts';

/** Caddy's documented idle timeout, in seconds; nginx and AWS use 60. */
const proxyKeepsIt = 120;

test('an idle connection is kept longer than a reverse proxy keeps it', async () => {
  const port = await freePort();
  const listening = await listen({ host: '127.0.0.1', port }, () => new Response('here'));
  const { headers } = await fetch(`http://127.0.0.1:${port}/`);
  const [, seconds] = /timeout=(\d+)/.exec(headers.get('keep-alive') ?? '') ?? [];
  assert.ok(Number(seconds) > proxyKeepsIt, `it is kept for ${seconds} s`);
  await listening.stopped();
});
