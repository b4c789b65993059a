import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import type { Card, House } from './card.ts';
import { drawCard, type Pen } from './draw.ts';
import { type Fonts, openFonts } from './fonts.ts';
import { addressOf, cardSize, pointMm } from './layout.ts';

/** `sheets`: ten cards a page with cut marks. `single`: one large card a page. */
export type CardsForm = 'sheets' | 'single';

export type CardsInput = { file: string; cards: Card[]; house: House; form: CardsForm };

const a4 = { width: 210, height: 297 };
const grid = { x: 20, y: 13.5, columns: 2, rows: 5 };
const perSheet = grid.columns * grid.rows;
const cutMarks =
  'M20 5v6M20 286v6M105 5v6M105 286v6M190 5v6M190 286v6M10 13.5h6M194 13.5h6M10 67.5h6M194 67.5h6M10 121.5h6M194 121.5h6M10 175.5h6M194 175.5h6M10 229.5h6M194 229.5h6M10 283.5h6M194 283.5h6';

/** Throws `CardRefused` when a note of the operator has a letter that no font has. */
export function refuseNote(note: string): void {
  openFonts().refuseMissing(printed(note), 'the note');
}

export async function writeCards({ file, cards: given, house: shown, form }: CardsInput): Promise<void> {
  const fonts = openFonts();
  const house = { ...shown, name: printed(shown.name) };
  const cards = given.map(printedCard);
  refuseMissing(fonts, cards, house);
  const doc = new PDFDocument({ autoFirstPage: false, margin: 0, info: { Title: house.name } });
  for (const { name, path } of fonts.all) doc.registerFont(name, path);
  const pen: Pen = { doc, fonts, house };
  const output = createWriteStream(file);
  await once(output, 'open');
  const finished = once(output, 'finish');
  doc.pipe(output);
  for (const [index, card] of cards.entries()) {
    if (form === 'single') drawSingle(pen, card);
    else drawOnSheet(pen, card, index % perSheet);
    // pdfkit does not wait for its reader: without this everything stays in memory.
    if (output.writableNeedDrain) await once(output, 'drain');
    await nextTurn();
  }
  doc.end();
  await finished;
}

function drawOnSheet(pen: Pen, card: Card, place: number) {
  const { doc } = pen;
  if (place === 0) {
    doc.addPage({ size: 'A4', margin: 0 });
    doc.scale(1 / pointMm);
    doc.path(cutMarks).lineWidth(0.2).stroke('#16201b');
  }
  doc.save();
  const [column, row] = [place % grid.columns, Math.floor(place / grid.columns)];
  doc.translate(grid.x + column * cardSize.width, grid.y + row * cardSize.height);
  drawCard(pen, card);
  doc.restore();
}

function drawSingle(pen: Pen, card: Card) {
  const { doc } = pen;
  doc.addPage({ size: 'A4', layout: 'landscape', margin: 0 });
  const scale = (a4.height - 20) / cardSize.width;
  doc.scale(1 / pointMm);
  doc.translate(10, (a4.width - cardSize.height * scale) / 2);
  doc.scale(scale);
  drawCard(pen, card);
}

function refuseMissing(fonts: Fonts, cards: Card[], house: House) {
  fonts.refuseMissing(house.name, 'BRAND_NAME');
  const seen = new Set<string>();
  const refuse = (text: string | null, what: string) => {
    if (text === null || seen.has(text)) return;
    seen.add(text);
    fonts.refuseMissing(text, what);
  };
  for (const card of cards) {
    refuse(card.code, `the code ${card.code}`);
    refuse(card.note, 'the note');
    refuse(card.assistant, 'the assistant’s name');
    refuse(addressOf(card, house), 'PUBLIC_URL');
  }
}

function printedCard({ code, note, assistant, ...card }: Card): Card {
  return {
    ...card,
    code: printed(code),
    note: note === null ? null : printed(note),
    assistant: assistant === null ? null : printed(assistant),
  };
}

/** Composed letters, without invisible ones except the joiners that Persian needs. */
function printed(text: string): string {
  return text.normalize('NFC').replace(/(?![\u200c\u200d])\p{Cf}/gu, '');
}
