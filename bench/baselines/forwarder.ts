import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { freePort } from '../../testing/database/database.ts';
import { startInChildProcess } from '../measure/child-process.ts';

/** A server that only passes questions to a model and its reply back. Returns its URL. */
export const startForwarder = startInChildProcess(
  import.meta.url,
  async ({ model }: { model: string }): Promise<string> => {
    const app = new Hono();
    app.post('/v1/chat/completions', async (c) => {
      const body = await c.req.text();
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${model}/chat/completions`, { method: 'POST', headers, body });
      return new Response(answer.body, { headers: { 'content-type': 'text/event-stream' } });
    });
    const port = await freePort();
    await new Promise<void>((resolve) =>
      serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => resolve()),
    );
    return `http://127.0.0.1:${port}/v1`;
  },
);
