/** In characters. */
const maxPiece = 4000;
/** A browser takes quadratic time to break a longer word into lines. In characters. */
const maxWord = 500;

const longWord = new RegExp(`\\S{${maxWord + 1}}`);

/** A part of a plain text, and its offset. */
export type Piece = { at: number; text: string };

/** Cuts plain text into pieces that are drawn one below the other: at line ends, and inside very long words. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (let start = 0; start < text.length; ) {
    const end = start + lengthOfPiece(text.slice(start, start + maxPiece));
    pieces.push({ at: start, text: text.slice(start, end) });
    // The line break is not part of the next piece.
    start = text[end] === '\n' ? end + 1 : end;
  }
  return pieces;
}

function lengthOfPiece(ahead: string): number {
  const word = longWord.exec(ahead);
  if (word) return whole(ahead, word.index + maxWord);
  if (ahead.length < maxPiece) return ahead.length;
  const end = ahead.lastIndexOf('\n');
  if (end > 0) return end;
  return whole(ahead, ahead.lastIndexOf(' ') + 1 || ahead.length);
}

/** Never cuts between the two code units of one character. */
function whole(text: string, length: number): number {
  const isPair = /[\ud800-\udbff]/.test(text[length - 1] ?? '');
  return isPair && length > 1 ? length - 1 : length;
}
