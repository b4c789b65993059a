import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type ExportFormat, exportLines } from '@foyer/code-files/export-codes';
import type { Database } from '@foyer/database';
import { type Code, type CodeFilter, listCodes } from '@foyer/invitation-codes/codes';
import type { CodeKeys } from '@foyer/invitation-codes/seal';
import { codeLink } from '@foyer/policy';
import { cardsOf, houseOf } from '../cards/cards-of.ts';
import type { Config } from '../config/read-config.ts';

type Deps = { config: Config; database: Pick<Database, 'db'>; codeKeys: CodeKeys };

/** The codes that match, with their texts, as they are read. */
export function exportOf(
  { config, database: { db }, codeKeys }: Deps,
  filter: CodeFilter,
  format: ExportFormat,
): ReadableStream {
  const { publicUrl } = config;
  const linkOf =
    format === 'csv' ? (code: Parameters<typeof codeLink>[0]) => codeLink(code, publicUrl) : undefined;
  const lines = exportLines(db, codeKeys, { ...filter, format, withTexts: true, linkOf });
  return Readable.toWeb(Readable.from(inBlocks(lines)));
}

const blockLength = 64_000;

async function* inBlocks(lines: AsyncIterable<{ line: string }>): AsyncGenerator<Buffer> {
  let block = '';
  for await (const { line } of lines) {
    block += line;
    if (block.length < blockLength) continue;
    yield Buffer.from(block);
    block = '';
  }
  if (block !== '') yield Buffer.from(block);
}

/** The cards of the codes that match as PDF, or why there are none. */
export async function printedCards(
  { config, database, codeKeys }: Deps,
  filter: CodeFilter,
  form: 'sheets' | 'single',
): Promise<{ pdf: ReadableStream } | { problem: 'none' | { message: string } }> {
  const { CardRefused, maxCards, printCards } = await import('@foyer/cards');
  const codes: Code[] = [];
  for await (const code of listCodes(database.db, codeKeys, filter)) {
    if (codes.length === maxCards)
      return { problem: { message: `at most ${maxCards} cards fit into one file` } };
    codes.push(code);
  }
  if (codes.length === 0) return { problem: 'none' };
  const cards = await cardsOf(database, codes, config);
  const folder = await mkdtemp(join(tmpdir(), 'foyer-cards-'));
  const file = join(folder, 'cards.pdf');
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await printCards({ file, cards, house: houseOf(config), form });
  } catch (error) {
    await remove();
    if (error instanceof CardRefused) return { problem: { message: error.message } };
    throw error;
  }
  const pdf = createReadStream(file);
  // A file that cannot be deleted now goes with the other temporary files.
  pdf.on('close', () => void remove().catch(() => {}));
  return { pdf: Readable.toWeb(pdf) };
}
