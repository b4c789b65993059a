/** How long an excerpt is at the most, and how much of it stands before what was looked for, in UTF-16 units. */
const excerptUnits = 160;
const unitsBefore = 60;

/** What belongs to the character before it: marks, and what becomes one. */
const mark = '[\\p{M}\\u1160-\\u11ff\\uff9e\\uff9f]';
/** As many marks as no word has: the time to normalize them grows with the square of their number. */
const manyMarks = new RegExp(`${mark}{30}`, 'u');
/** Short pieces of a text, none of which begins with a mark unless it is one of many. */
const pieces = new RegExp(`.{1,100}${mark}{0,30}`, 'gsu');

/**
 * A text as it is compared: upper and lower case, the forms of a character, an i with or without a dot, and the two forms of sigma
 * are alike.
 */
export function fold(text: string): string {
  return manyMarks.test(text) ? text.replace(pieces, foldPiece) : foldPiece(text);
}

function foldPiece(piece: string): string {
  const lower = piece.normalize('NFKC').toLowerCase();
  // Of a Turkish İ the lower case is an i and a combining dot; ı has no dot at all. A sigma that ends a piece may not end its word.
  return lower.replaceAll('i\u0307', 'i').replaceAll('ı', 'i').replaceAll('ς', 'σ').replaceAll('ß', 'ss');
}

/**
 * Looks for a folded text in another text.
 *
 * @returns what stands around the first place in one line, or null when it is not there
 */
export function excerptAround(text: string, folded: string): string | null {
  const whole = fold(text);
  const at = whole.indexOf(folded);
  if (at === -1) return null;
  const place = whole.length === text.length ? at : placeOf(text, at);
  const from = Math.max(0, place - unitsBefore);
  // Room for the two ellipses.
  const to = Math.min(text.length, from + excerptUnits - 2);
  const line = withoutHalves(text.slice(from, to)).replace(/\s+/g, ' ').trim();
  return `${from > 0 ? '…' : ''}${line}${to < text.length ? '…' : ''}`;
}

/** Where in a text its folded form has come to an index: folding changes lengths. */
function placeOf(text: string, index: number): number {
  let left = index;
  for (const { 0: piece, index: place } of text.matchAll(pieces)) {
    const { length } = foldPiece(piece);
    if (left < length) return place + placeIn(piece, left);
    left -= length;
  }
  return text.length;
}

function placeIn(piece: string, index: number): number {
  let [low, high] = [0, piece.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (foldPiece(piece.slice(0, middle + 1)).length > index) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The halves of surrogate pairs that a cut has left at the ends are no characters. */
function withoutHalves(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
}
