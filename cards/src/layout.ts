import { type Card, CardRefused, type House, languageOf } from './card.ts';
import type { Style } from './fonts.ts';
import { breakLines, directionOf } from './lines.ts';
import { cardTexts, peopleUntil } from './texts.ts';
import type { Direction } from './visual-runs.ts';

/** Millimetres. */
export const cardSize = { width: 85, height: 54 };
export const pointMm = 25.4 / 72;

/** One line of text. `x` is its left or, right-to-left, its right end; `y` its baseline. In millimetres, sizes in points. */
export type Line = {
  text: string;
  style: Style;
  points: number;
  color: string;
  x: number;
  y: number;
  direction: Direction;
  /** Whether it begins at its right end. */
  isRightAligned: boolean;
};

export type CardLayout = {
  lines: Line[];
  /** The left sides of the arch and of the QR code, in millimetres. */
  arch: { x: number; y: number; width: number; height: number };
  qr: { x: number; y: number; size: number };
  picture: { x: number; y: number; size: number };
};

export type MeasureText = (text: string, style: Style, points: number) => number;

const ink = '#16201b';
const dimmed = '#3d463f';
const margin = 5;
const archWidth = 27;
const qrSize = 23.5;
const textWidth = cardSize.width - 3 * margin - archWidth;
const textHeight = cardSize.height - 2 * margin;
const gap = 0.6;
const minLineScale = 0.65;
const scales = [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6];

type Block = {
  text: string;
  style: Style;
  points: number;
  lineHeight: number;
  color: string;
  before: number;
  direction: Direction;
  /** A code and an address are easier to type from one line: they get smaller. */
  isOneLine: boolean;
};
type Placed = Block & { rows: string[] };

export function layoutCard(card: Card, house: House, measure: MeasureText): CardLayout {
  const language = languageOf(card, house);
  const isRtl = language === 'ar';
  const archX = isRtl ? cardSize.width - margin - archWidth : margin;
  const textX = isRtl ? margin + textWidth : margin + archWidth + margin;
  for (const scale of scales) {
    const { top, bottom } = blocksOf(card, house, scale);
    const upper = top.map((block) => rowsOf(block, measure));
    const lower = bottom.map((block) => rowsOf(block, measure));
    const height = heightOf(upper) + heightOf(lower);
    if (height > textHeight) continue;
    const at = { x: textX, isRightAligned: isRtl };
    const lines = [...place(upper, margin, at), ...place(lower, margin + textHeight - heightOf(lower), at)];
    return {
      lines,
      arch: { x: archX, y: margin, width: archWidth, height: textHeight },
      qr: { x: archX + (archWidth - qrSize) / 2, y: margin + textHeight - 1.6 - qrSize - 0.25, size: qrSize },
      picture: { x: archX + (archWidth - 9) / 2, y: margin + 5.4, size: 9 },
    };
  }
  throw new CardRefused(`the texts of the code ${card.code} do not fit on a card`);
}

export function addressOf({ kind }: Pick<Card, 'kind'>, { publicUrl }: Pick<House, 'publicUrl'>): string {
  const { host } = new URL(publicUrl);
  return kind === 'login' ? host : `${host}/register`;
}

function blocksOf(card: Card, house: House, scale: number): { top: Block[]; bottom: Block[] } {
  const language = languageOf(card, house);
  const texts = cardTexts[language];
  const block = (text: string, style: Style, points: number, lineHeight: number, color: string): Block => ({
    ...{ text, style, color, before: gap, direction: directionOf(text), isOneLine: false },
    ...{ points: points * scale, lineHeight: lineHeight * scale * pointMm },
  });
  return {
    top: [
      { ...block(house.name, 'bold', 10, 13, ink), before: 0 },
      ...(card.assistant ? [block(texts.assistant(card.assistant), 'text', 8.5, 11.5, dimmed)] : []),
      ...(card.note ? [block(card.note, 'text', 8.5, 11.5, dimmed)] : []),
    ],
    bottom: [
      block(card.kind === 'login' ? texts.enter : texts.register, 'text', 8, 10, dimmed),
      { ...block(addressOf(card, house), 'bold', 10, 12, ink), isOneLine: true },
      { ...block(card.code, 'code', 13, 17, ink), isOneLine: true },
      block(peopleUntil(language, card, house.timeZone), 'text', 8, 10, dimmed),
    ],
  };
}

function rowsOf(block: Block, measure: MeasureText): Placed {
  const widthOf = (text: string) => measure(text, block.style, block.points) * pointMm;
  const width = block.isOneLine ? widthOf(block.text) : 0;
  if (width > textWidth && width * minLineScale <= textWidth)
    return { ...block, points: block.points * (textWidth / width), rows: [block.text] };
  return { ...block, rows: breakLines(block.text, textWidth, widthOf) };
}

function heightOf(blocks: Placed[]): number {
  return blocks.reduce((sum, { before, lineHeight, rows }) => sum + before + lineHeight * rows.length, 0);
}

function place(
  blocks: Placed[],
  top: number,
  { x, isRightAligned }: { x: number; isRightAligned: boolean },
): Line[] {
  const lines: Line[] = [];
  let y = top;
  for (const { rows, before, lineHeight, direction, style, points, color } of blocks) {
    y += before;
    for (const row of rows) {
      // The baseline is at four fifths of a line.
      lines.push({ text: row, style, points, color, x, y: y + lineHeight * 0.8, direction, isRightAligned });
      y += lineHeight;
    }
  }
  return lines;
}
