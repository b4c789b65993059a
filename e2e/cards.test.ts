import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { decodeQr, pdftoppm, renderPage, textOf } from '../testing/cards.ts';
import { mustFind } from '../testing/database/database.ts';
import { startFoyer } from './foyer.ts';
import { openBrowser, test } from './testing.ts';

mustFind(pdftoppm);
const folder = await mkdtemp(join(tmpdir(), 'foyer-cards-'));
after(() => rm(folder, { recursive: true, force: true }));
await writeFile(
  join(folder, 'housing.md'),
  '---\nname: Wren\ngreeting: Hello, I am Wren.\n---\nYou advise tenants.',
);
const foyer = await startFoyer({ ASSISTANTS_DIR: folder });
await foyer.importCodes([{ invitation_code: 'HOUSING', assistant: 'housing', messages_per_person: 3 }]);
const browser = await openBrowser();

test('the QR code of a printed card opens the chat with the assistant that the card names', async () => {
  const file = await foyer.printCard('HOUSING');
  assert.match(textOf(file), /Assistant: Wren/);
  const link = decodeQr(renderPage(file, 1, 60), { x: 0, y: 0, width: 1, height: 1 });
  assert.equal(link, `${foyer.url}/#invite-code=HOUSING`);
  const { page } = await browser.visitor(foyer);
  await page.goto(link);
  const greeting = page.getByRole('region', { name: 'Wren' });
  await greeting.getByText('Hello, I am Wren.').waitFor();
  await greeting.getByText('You have 3 messages.', { exact: true }).waitFor();
  assert.equal(await foyer.remaining('HOUSING'), 19);
});
