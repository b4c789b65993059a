import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { DCLinter } from 'dclint';
import { validate } from 'dockerfile-utils';
import { parse } from 'yaml';
import { readFirstWords } from '../chats/read-reply.ts';
import { freePort, needs, onEveryDatabase } from '../database/database.ts';
import { startApp, visitor } from '../server/app.ts';
import { caddy as caddyProgram, startCaddy } from '../server/caddy.ts';
import { startUpstream, upstreamKey } from '../server/upstream.ts';

const root = join(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');

test('a linter accepts the Dockerfile', () => {
  assert.deepEqual(validate(read('Dockerfile')), []);
});

test('a linter accepts compose.yaml', () => {
  const rules = {
    // In the given order; Caddy's ports are public.
    'service-keys-order': 0,
    'services-alphabetical-order': 0,
    'top-level-properties-order': 0,
    'no-unbound-port-interfaces': 0,
    'require-quotes-in-ports': [2, { quoteType: 'double' }],
  } as const;
  const linter = new DCLinter({ rules, quiet: true, debug: false, exclude: [] });
  const found: { messages: unknown[] }[] = linter.lintFiles([join(root, 'compose.yaml')], false);
  assert.deepEqual(
    found.flatMap(({ messages }) => messages),
    [],
  );
});

onEveryDatabase(({ place, kind }) => {
  // Caddy does not talk to the database.
  if (kind === 'postgres') return;

  test(
    'people enter through the Caddy of compose.yaml and read replies as they are written',
    needs(caddyProgram),
    async () => {
      const upstream = await startUpstream();
      after(upstream.close);
      const port = await freePort();
      const here = `http://127.0.0.1:${port}`;
      const model = { MODEL_URL: upstream.url, MODEL_NAME: 'endless', MODEL_API_KEY: upstreamKey };
      const app = await startApp((await place()).url, {
        ...model,
        PUBLIC_URL: here,
        TRUST_PROXY: 'loopback',
      });
      const { content } = parse(read('compose.yaml')).configs.caddyfile;
      const caddy = await startCaddy(
        content
          .replace(/^\$\{FOYER_DOMAIN\} \{$/m, `${here} {`)
          .replace('dynamic a foyer 3000 {', `dynamic a 127.0.0.1 ${new URL(app.origin).port} {`),
      );
      after(caddy.stop);
      const guest = visitor(here, '203.0.113.7');
      assert.equal((await guest.enter(await app.makeCode())).status, 200);
      const chat = `/api/chats/${crypto.randomUUID()}`;
      await readFirstWords(await guest.begin(`${chat}/messages`, { id: crypto.randomUUID(), text: 'Hello' }));
      assert.equal((await guest.logOut()).status, 200);
    },
  );
});
