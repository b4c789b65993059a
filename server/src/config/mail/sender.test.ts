import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readConfig } from '../read-config.ts';
import { readSender } from './sender.ts';

test('a sender is an address, or a name with an address, quoted or not', () => {
  const address = 'foyer@example.org';
  const senders: [string, string][] = [
    [address, ''],
    [`<${address}>`, ''],
    [`Foyer at School <${address}>`, 'Foyer at School'],
    [`"Foyer, Team North" <${address}>`, 'Foyer, Team North'],
    [`Foyer, Team North <${address}>`, 'Foyer, Team North'],
    [`"The \\"Foyer\\" <team>" <${address}>`, 'The "Foyer" <team>'],
    [`Café Foyer <FOYER@example.org>`, 'Café Foyer'],
  ];
  for (const [text, name] of senders) assert.deepEqual(readSender(text), { name, address }, text);
  assert.equal(readSender('Foyer <foyer@bücher.example>')?.address, 'foyer@xn--bcher-kva.example');
  const wrong = [
    'Foyer',
    'Foyer <foyer>',
    `${address}, other@example.org`,
    `A <${address}>, B <${address}>`,
    `"Foyer <${address}>`,
    `Foyer\n <${address}>`,
    `${'x'.repeat(500)} <${address}>`,
  ];
  for (const text of wrong) assert.equal(readSender(text), null, text);
});

test('a quoted name is read as it stands in .env', async () => {
  const root = await mkdtemp(join(tmpdir(), 'foyer-sender-'));
  after(() => rm(root, { recursive: true }));
  const lines = ['"Foyer, Team" <foyer@example.org>', '\'"Foyer, Team" <foyer@example.org>\''];
  for (const line of lines) {
    await writeFile(join(root, '.env'), `SMTP_URL=smtp://localhost\nMAIL_FROM=${line}\nPORT=4000\n`);
    const { mail, port } = readConfig({}, root);
    assert.deepEqual([mail?.from, port], ['"Foyer, Team" <foyer@example.org>', 4000]);
  }
});
