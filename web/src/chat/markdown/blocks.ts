import { costOf, costOfCode, maxBlockMs, maxMessageMs, maxTaskMs } from './cost.ts';

/** A part of a message that is drawn by itself, and its offset. A part that would cost too much is plain text. */
export type Block = { at: number; text: string; cost: number; isPlain: boolean };

/** Text beyond this is not even read: that would take too long each time a piece arrives. In characters. */
const maxRead = 300_000;
/** A longer list is cut between its items, so that it is not a single block. In characters. */
const longList = 1500;
/** The first paint of a plain text, which is drawn piece by piece. In milliseconds. */
const costOfPlain = maxTaskMs / 2;

const codeAtStart = /^ {0,3}(?:```|~~~)/;
const definition = /^ {0,3}\[[^\]\n]{1,999}\]:/m;
const fenceLine = /^([ \t]*)(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})(.*)$/;
const listMarker = /^ {0,3}(?:[-*+]|(\d{1,9})[.)])(?:[ \t]|$)/;

/**
 * Cuts a message in Markdown into blocks. A growing message changes in its last block only. A short one with link definitions
 * stays whole.
 */
export function blocksOf(message: string): Block[] {
  const blocks: Block[] = [];
  let spent = 0;
  let end = 0;
  // A link definition works only inside its own block.
  const isWhole = costOf(message) <= maxBlockMs && definition.test(message);
  for (const text of isWhole ? [message] : cut(message.slice(0, maxRead))) {
    const isCode = !isWhole && codeAtStart.test(text);
    const cost = isCode ? costOfCode(text) : costOf(text);
    const isPlain = cost > maxBlockMs || (definition.test(text) && !isWhole && !isCode);
    blocks.push({ at: end, text, cost: isPlain ? costOfPlain : cost, isPlain });
    spent += isPlain ? costOfPlain : cost;
    end += text.length;
    if (spent > maxMessageMs) break;
  }
  const rest = message.slice(end);
  return rest ? [...blocks, { at: end, text: rest, cost: costOfPlain, isPlain: true }] : blocks;
}

/** Cuts at blank lines, around fenced code, and in long lists. Joined, the parts are the message. */
function* cut(message: string): Generator<string> {
  let start = 0;
  let fence = '';
  let isList = false;
  let isAfterBlank = false;
  let isAfterCode = false;

  for (let at = 0; at < message.length; ) {
    const next = message.indexOf('\n', at) + 1 || message.length;
    // The start of a line says what it is.
    const line = message.slice(at, Math.min(next, at + 1000)).trimEnd();
    const indent = line.length - line.trimStart().length;
    const isBlank = line === '';
    const opened = fence === '' ? fenceOf(line, isList) : '';

    if (fence) {
      isAfterCode = closes(line, fence);
      if (isAfterCode) fence = '';
    } else if (!isBlank) {
      const marker = listMarker.exec(line);
      const goesOn = isList && (marker !== null || indent > 1);
      const isLong = at - start > longList && isNextItem(marker, indent);
      const isCut = isList ? !goesOn && (isAfterBlank || opened) : isAfterBlank || isAfterCode || opened;
      if (at > start && (isCut || (goesOn && isLong))) {
        yield message.slice(start, at);
        start = at;
        isList = false;
      }
      isList ||= marker !== null;
      fence = opened;
      isAfterCode = false;
    }
    isAfterBlank = isBlank && !fence;
    at = next;
  }
  yield message.slice(start);
}

/** The fence that opens code in this line; an empty text for none. In a list, code may be indented. */
function fenceOf(line: string, isList: boolean): string {
  const [, indent = '', fence = '', info = ''] = fenceLine.exec(line) ?? [];
  if (!isList && (indent.length > 3 || indent.includes('\t'))) return '';
  return fence.startsWith('`') && info.includes('`') ? '' : fence;
}

function closes(line: string, fence: string): boolean {
  const mark = line.trimStart();
  return mark.length >= fence.length && mark === (fence[0] ?? '').repeat(mark.length);
}

/** A list that is cut continues its numbers, unless all its items are numbered 1. */
function isNextItem(marker: RegExpExecArray | null, indent: number): boolean {
  return marker !== null && indent === 0 && marker[1] !== '1';
}
