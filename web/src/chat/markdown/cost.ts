/** The budget of one browser task, in milliseconds. A single block may cost a bit more. */
export const maxTaskMs = 50;
export const maxBlockMs = 80;
/** The budget of one message, in milliseconds. The rest is drawn as plain text. */
export const maxMessageMs = 1000;

/** Beyond these limits layout and parser take longer than the estimate says. */
const most = { characters: 8000, codeCharacters: 16_000, depth: 16 };
const longWord = /\S{501}/;
const longWordOfCode = /\S{1001}/;

/** In milliseconds, measured in Chromium on a slow computer. A cold start takes up to three times as long. */
const costs = {
  block: 0.5,
  character: 0.0015,
  line: 0.1,
  lineOfCode: 0.015,
  sign: 0.03,
  cell: 0.08,
  level: 0.08,
};

const delimiterRow = /^[ \t>]*[|:-][ \t|:-]*$/;

/** Estimates the time to parse and draw a block of Markdown, in milliseconds. Infinite beyond the limits. */
export function costOf(block: string): number {
  if (block.length > most.characters || longWord.test(block)) return Number.POSITIVE_INFINITY;
  const lines = block.split('\n');
  let cost =
    costs.block + block.length * costs.character + lines.length * costs.line + signsIn(block) * costs.sign;
  for (const [at, line] of lines.entries()) {
    const depth = depthOf(line);
    if (depth > most.depth) return Number.POSITIVE_INFINITY;
    cost += depth * costs.level;
    // Each row below gets all cells of the table, also the ones that are not written.
    if (delimiterRow.test(line)) cost += countOf(line, '|') * (lines.length - at) * costs.cell;
  }
  return cost;
}

/** The same for fenced code: nothing inside it is Markdown. */
export function costOfCode(block: string): number {
  if (block.length > most.codeCharacters || longWordOfCode.test(block)) return Number.POSITIVE_INFINITY;
  return costs.block + block.length * costs.character + countOf(block, '\n') * costs.lineOfCode;
}

/** How many characters can start or end inline Markdown. */
function signsIn(text: string): number {
  return text.match(/[*_~`[\]()!<>&\\@]|www\.|:\/\//g)?.length ?? 0;
}

/** How deep a line stands in quotes and lists. */
function depthOf(line: string): number {
  const prefix = /^(?:[ \t]*(?:>|[-*+](?=\s|$)|\d{1,9}[.)](?=\s|$)))+/.exec(line)?.[0] ?? '';
  const marks = prefix.match(/[>*+-]|\d+/g)?.length ?? 0;
  const indent = prefix.length - prefix.trimStart().length;
  return marks + indent / 2;
}

function countOf(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) count++;
  return count;
}
