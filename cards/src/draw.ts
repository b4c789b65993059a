import type PDFDocument from 'pdfkit';
import { type Card, CardRefused, type House } from './card.ts';
import type { Fonts } from './fonts.ts';
import { type CardLayout, type Line, layoutCard, pointMm } from './layout.ts';
import { type Qr, qrOf } from './qr.ts';
import { visualRuns } from './visual-runs.ts';

const pine = '#1c6349';
const ink = '#16201b';

export type Pen = { doc: InstanceType<typeof PDFDocument>; fonts: Fonts; house: House };

/** Draws one card with its upper left corner at the origin. The unit of the page is a millimetre. */
export function drawCard(pen: Pen, card: Card): void {
  const layout = layoutCard(card, pen.house, (text, style, points) =>
    visualRuns(text, 'ltr', pen.fonts.faceOf(style)).reduce(
      (sum, run) => sum + pen.fonts.byName(run.face.name).widthOf(run.text, points),
      0,
    ),
  );
  drawArch(pen, layout);
  drawPicture(pen, layout.picture);
  drawQr(pen, layout.qr, qrOf(card.link));
  for (const line of layout.lines) drawLine(pen, line);
}

function drawArch({ doc }: Pen, { arch: { x, y, width, height } }: CardLayout) {
  const radius = width / 2 - 0.25;
  const [left, right, shoulder] = [x + 0.25, x + width - 0.25, y + 0.25 + radius];
  doc
    .path(
      `M${left} ${y + height - 0.25} V${shoulder} A${radius} ${radius} 0 0 1 ${right} ${shoulder} V${y + height - 0.25} Z`,
    )
    .lineWidth(0.5)
    .stroke(pine);
}

function drawPicture({ doc, house }: Pen, { x, y, size }: CardLayout['picture']) {
  if (house.logoFile) {
    try {
      doc.image(house.logoFile, x, y, { fit: [size, size], align: 'center', valign: 'center' });
    } catch {
      throw new CardRefused('the picture of BRAND_LOGO_FILE is damaged');
    }
    return;
  }
  const unit = size / 20;
  const at = (across: number, down: number) => `${x + across * unit} ${y + down * unit}`;
  doc
    .path(`M${at(3, 20)} L${at(3, 7)} A${7 * unit} ${7 * unit} 0 0 1 ${at(17, 7)} L${at(17, 20)} Z`)
    .fill(pine);
  doc.circle(x + 13.5 * unit, y + 12 * unit, 1.5 * unit).fill('#ffffff');
}

function drawQr({ doc }: Pen, { x, y, size }: CardLayout['qr'], qr: Qr) {
  const unit = size / qr.size;
  for (const bar of qr.bars) doc.rect(x + bar.x * unit, y + bar.y * unit, bar.width * unit, unit);
  doc.fill(ink);
}

function drawLine(
  { doc, fonts }: Pen,
  { text, style, points, color, x, y, direction, isRightAligned }: Line,
) {
  const size = points * pointMm;
  const runs = visualRuns(text, direction, fonts.faceOf(style)).map(({ text, face, isRtl }) => {
    const font = fonts.byName(face.name);
    return { text, isRtl, font, width: font.widthOf(text, size) };
  });
  let at = isRightAligned ? x - runs.reduce((sum, { width }) => sum + width, 0) : x;
  doc.fillColor(color);
  for (const run of runs) {
    // Without `features` pdfkit shapes word by word, which it remembers; right-to-left words come in the wrong order then.
    const options: PDFKit.Mixins.TextOptions = { lineBreak: false, baseline: 'alphabetic' };
    doc
      .font(run.font.name)
      .fontSize(size)
      .text(run.text, at, y, run.isRtl ? { ...options, features: [] } : options);
    at += run.width;
  }
}
