/** Lengths of an excerpt and of its part before the match, in UTF-16 units. */
const excerptUnits = 160;
const unitsBefore = 60;

/** Characters that belong to the one before them. */
const mark = '[\\p{M}\\u1160-\\u11ff\\uff9e\\uff9f]';
/** An attack: normalizing takes quadratic time in the number of marks. No real word has 30. */
const manyMarks = new RegExp(`${mark}{30}`, 'u');
/** Short pieces that do not start with a mark, unless there are very many. */
const pieces = new RegExp(`.{1,100}${mark}{0,30}`, 'gsu');

/** Normalizes a text for comparing: case, character forms, dotless i and both sigmas become alike. */
export function fold(text: string): string {
  return manyMarks.test(text) ? text.replace(pieces, foldPiece) : foldPiece(text);
}

function foldPiece(piece: string): string {
  const lower = piece.normalize('NFKC').toLowerCase();
  // Lower case of İ is i plus a combining dot; ı has no dot. A sigma at the end of a piece may be inside its word.
  return lower.replaceAll('i\u0307', 'i').replaceAll('ı', 'i').replaceAll('ς', 'σ').replaceAll('ß', 'ss');
}

/** The text around the first match on one line, or null. `folded` is the search text, already folded. */
export function excerptAround(text: string, folded: string): string | null {
  const whole = fold(text);
  const at = whole.indexOf(folded);
  if (at === -1) return null;
  const place = whole.length === text.length ? at : placeOf(text, at);
  const from = Math.max(0, place - unitsBefore);
  const to = Math.min(text.length, from + excerptUnits - 2);
  const line = withoutHalves(text.slice(from, to)).replace(/\s+/g, ' ').trim();
  return `${from > 0 ? '…' : ''}${line}${to < text.length ? '…' : ''}`;
}

/** Maps an index of the folded text to the original: folding changes lengths. */
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

function withoutHalves(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
}
