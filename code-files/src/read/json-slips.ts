import { readText, type TextFile } from './file.ts';

const maxNamed = 20;

const [lineFeed, quote, hash, star, comma, slash, backslash] = [0x0a, 0x22, 0x23, 0x2a, 0x2c, 0x2f, 0x5c];
const [closeBracket, closeBrace] = [0x5d, 0x7d];
const blanks = [0x20, 0x09, 0x0d, lineFeed];

/** What people write in JSON that JSON does not have: comments and commas at the end, each with its line. */
export async function slipsIn(file: TextFile): Promise<string[]> {
  const slips: string[] = [];
  let line = 1;
  let inside: 'text' | 'line comment' | 'comment' | null = null;
  let before = 0;
  let isEscaped = false;
  /** The line of a comma after which nothing has come yet. */
  let commaAt: number | null = null;

  const take = (byte: number) => {
    if (inside === 'text') {
      if (!isEscaped && byte === quote) inside = null;
      isEscaped = !isEscaped && byte === backslash;
    } else if (inside === 'line comment') {
      if (byte === lineFeed) inside = null;
    } else if (inside === 'comment') {
      if (before === star && byte === slash) inside = null;
    } else if (byte === hash || (before === slash && (byte === slash || byte === star))) {
      slips.push(`line ${line}: a comment`);
      inside = byte === star ? 'comment' : 'line comment';
    } else if (byte === comma) commaAt = line;
    else if (!blanks.includes(byte) && byte !== slash) {
      const isEnd = byte === closeBracket || byte === closeBrace;
      if (isEnd && commaAt !== null)
        slips.push(`line ${commaAt}: a comma before ${String.fromCharCode(byte)}`);
      commaAt = null;
      if (byte === quote) inside = 'text';
    }
    before = before === slash && byte === star ? 0 : byte;
    if (byte === lineFeed) line++;
  };

  for await (const piece of readText(file)) {
    for (const byte of piece) take(byte);
    if (slips.length > maxNamed) break;
  }
  return slips.length > maxNamed ? [...slips.slice(0, maxNamed), 'and more'] : slips;
}
