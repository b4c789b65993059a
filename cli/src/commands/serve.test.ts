import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { operatorWith } from '../../../testing/cli/cli.ts';
import { freePort } from '../../../testing/database/database.ts';
import { startProcess } from '../../../testing/server/process.ts';

/** What a start prints before the line that says where it listens. */
async function startWith(more: Record<string, string> = {}) {
  const { dataDir, databaseUrl, foyer } = await operatorWith({ isMigrated: false });
  const start = async () => {
    const env = { DATA_DIR: dataDir, DATABASE_URL: databaseUrl, PORT: String(await freePort()), ...more };
    const server = await startProcess(env);
    after(server.kill);
    await server.stop();
    return server.printed.join('\n');
  };
  return { start, foyer };
}

test('the first start on this machine prints links, and the next says how to show them again', async () => {
  const { start, foyer } = await startWith();
  const printed = await start();
  assert.match(printed, /^ {2}run Foyer +http:\S+\/operator#token=[\w-]{43}$/m);
  const [, code = ''] = /enter as a guest .*#invite-code=(\S+)/.exec(printed) ?? [];
  assert.match(
    await start(),
    /still work: `\.\/foyer codes list --label starter` shows them, `\.\/foyer codes show/,
  );
  assert.ok((await foyer('codes', 'list', '--label', 'starter')).stdout.includes(code));
  assert.match((await foyer('codes', 'show', code)).stdout, /https?:\/\/\S+#invite-code=/);
  for (const { code } of JSON.parse((await foyer('codes', 'list', '--label', 'starter', '--json')).stdout))
    await foyer('codes', 'revoke', code);
  assert.equal(await start(), '');
});

test('the first start that others can reach prints no link for an operator', async () => {
  const { start } = await startWith({ HOST: '0.0.0.0' });
  const printed = await start();
  assert.match(printed, /enter as a guest/);
  assert.doesNotMatch(printed, /operator#/);
});

test('a start at a public address without a code says how to create the first ones', async () => {
  const { start, foyer } = await startWith({ PUBLIC_URL: 'https://chat.example.org' });
  const printed = await start();
  const commands = [...printed.matchAll(/\.\/foyer (codes create .*)$/gm)].map(([, line = '']) =>
    line.split(' '),
  );
  assert.equal(commands.length, 2, printed);
  for (const command of commands) assert.equal((await foyer(...command)).exitCode, 0);
  assert.equal(await start(), '');
});
