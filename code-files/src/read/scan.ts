import type { ImportFormat } from './format.ts';

/** Offsets: start, end, start, end… */
export type Edges = number[];

export type Ending = 'row' | 'nothing' | 'blank' | 'broken';

/** Finds the rows in the bytes of a file, piece by piece. It only cuts: a row may still be malformed. */
export type Scanner = {
  /**
   * @param bytes the rest of the last call, then new bytes from `from` on
   * @returns the rows that end here, the start of the rest, and the offset of a misplaced byte or -1
   */
  take: (bytes: Uint8Array, from: number) => { edges: Edges; rest: number; misplaced: number };
  end: (left: Uint8Array) => Ending;
};

export function scannerOf(format: ImportFormat): Scanner {
  return format === 'json' ? arrayScanner() : lineScanner({ isQuoted: format === 'csv' });
}

const tab = 0x09;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;
const quote = 0x22;
const semicolon = 0x3b;
const comma = 0x2c;
const openBracket = 0x5b;
const backslash = 0x5c;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** The elements of an array. A comma outside of strings and brackets ends an element, the closing bracket the last one. */
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

/** The lines that are not empty. In CSV a line of separators and empty quotes is empty, and a line break inside quotes ends no line. */
function lineScanner({ isQuoted }: { isQuoted: boolean }): Scanner {
  let isInText = false;
  const areEmpty = isQuoted ? areSeparators : areBlank;

  const take: Scanner['take'] = (bytes, from) => {
    const edges: Edges = [];
    let start = 0;
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === quote && isQuoted) isInText = !isInText;
      if (byte !== lineFeed || isInText) continue;
      if (!areEmpty(bytes, start, at)) edges.push(start, at);
      start = at + 1;
    }
    return { edges, rest: start, misplaced: -1 };
  };
  return { take, end: (left) => (areEmpty(left, 0, left.length) ? 'blank' : 'row') };
}

function areBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isBlank(bytes[at] ?? 0)) return false;
  return true;
}

function areSeparators(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (!isBlank(byte) && byte !== comma && byte !== semicolon && byte !== quote) return false;
  }
  return true;
}

function isBlank(byte: number): boolean {
  return byte === space || byte === lineFeed || byte === carriageReturn || byte === tab;
}
