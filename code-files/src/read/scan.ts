import type { ImportFormat } from './format.ts';

/** Where rows begin and end: start, end, start, end… */
export type Edges = number[];

/** What the end of a file makes of the bytes that are left: a last row, nothing after rows, nothing at all, or the middle of a row. */
export type Ending = 'row' | 'nothing' | 'blank' | 'broken';

/** Finds the rows in the bytes of a file, piece by piece. It only cuts: whether a row is well formed is for its reader to say. */
export type Scanner = {
  /**
   * The rows that end in these bytes.
   *
   * @param bytes what was left before, followed by what is new
   * @param from where the new ones begin
   * @returns the rows, where what is left begins, and which byte cannot stand where it does, -1 for none
   */
  take: (bytes: Uint8Array, from: number) => { edges: Edges; rest: number; misplaced: number };
  end: (left: Uint8Array) => Ending;
};

/** The scanner of a format. */
export function scannerOf(format: ImportFormat): Scanner {
  return format === 'json' ? arrayScanner() : lineScanner({ isQuoted: format === 'csv' });
}

const tab = 0x09;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;
const quote = 0x22;
const comma = 0x2c;
const openBracket = 0x5b;
const backslash = 0x5c;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** The elements of one array: a comma outside of texts and brackets ends each, the closing bracket the last. */
function arrayScanner(): Scanner {
  let phase: 'before' | 'rows' | 'after' = 'before';
  let isFirst = true;
  let depth = 0;
  let isInText = false;
  let isEscaped = false;

  const take: Scanner['take'] = (bytes, from) => {
    const edges: Edges = [];
    let start = 0;
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (isInText) {
        if (isEscaped) isEscaped = false;
        else if (byte === backslash) isEscaped = true;
        else if (byte === quote) isInText = false;
      } else if (phase !== 'rows') {
        if (isBlank(byte)) continue;
        if (phase === 'after' || byte !== openBracket) return { edges, rest: start, misplaced: at };
        phase = 'rows';
        start = at + 1;
      } else if (byte === quote) isInText = true;
      else if (byte === openBrace || byte === openBracket) depth++;
      else if (depth > 0) depth -= Number(byte === closeBrace || byte === closeBracket);
      else if (byte === comma || byte === closeBracket) {
        const isEmpty = isFirst && byte === closeBracket && areBlank(bytes, start, at);
        if (!isEmpty) edges.push(start, at);
        isFirst = false;
        start = at + 1;
        if (byte === closeBracket) phase = 'after';
      }
    }
    return { edges, rest: phase === 'rows' ? start : bytes.length, misplaced: -1 };
  };
  return { take, end: () => ({ before: 'blank', rows: 'broken', after: 'nothing' })[phase] as Ending };
}

/** The lines but for blank ones; of CSV, those line breaks count that stand outside of quotes. */
function lineScanner({ isQuoted }: { isQuoted: boolean }): Scanner {
  let isInText = false;

  const take: Scanner['take'] = (bytes, from) => {
    const edges: Edges = [];
    let start = 0;
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at];
      // A doubled quote inside of a text ends it and begins it again.
      if (byte === quote && isQuoted) isInText = !isInText;
      if (byte !== lineFeed || isInText) continue;
      if (!areBlank(bytes, start, at)) edges.push(start, at);
      start = at + 1;
    }
    return { edges, rest: start, misplaced: -1 };
  };
  return { take, end: (left) => (areBlank(left, 0, left.length) ? 'blank' : 'row') };
}

function areBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isBlank(bytes[at] ?? 0)) return false;
  return true;
}

function isBlank(byte: number): boolean {
  return byte === space || byte === lineFeed || byte === carriageReturn || byte === tab;
}
