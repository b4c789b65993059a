/** What is drawn in one task of the browser may cost this, in milliseconds; a single block a bit more. */
export const maxTaskMs = 50;
export const maxBlockMs = 80;
/** What all that is drawn as Markdown in a message may cost. */
export const maxMessageMs = 1000;

/** Above these nothing is reckoned: layout and parser take longer than their share. */
const most = { characters: 8000, codeCharacters: 16_000, depth: 16 };
const longWord = /\S{501}/;
const longWordOfCode = /\S{1001}/;

/** In milliseconds, as measured in Chromium on a slow computer; a cold start takes up to three times as long. */
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

/** What it costs to parse and draw a block of Markdown, in milliseconds; infinite for what is not even looked at. */
export function costOf(block: string): number {
  if (block.length > most.characters || longWord.test(block)) return Number.POSITIVE_INFINITY;
  const lines = block.split('\n');
  let cost =
    costs.block + block.length * costs.character + lines.length * costs.line + signsIn(block) * costs.sign;
  for (const [at, line] of lines.entries()) {
    const depth = depthOf(line);
    if (depth > most.depth) return Number.POSITIVE_INFINITY;
    cost += depth * costs.level;
    // Each line below has all cells of the table, also those that are not written.
    if (delimiterRow.test(line)) cost += countOf(line, '|') * (lines.length - at) * costs.cell;
  }
  return cost;
}

/** The same for code between fences: nothing in it is Markdown. */
export function costOfCode(block: string): number {
  if (block.length > most.codeCharacters || longWordOfCode.test(block)) return Number.POSITIVE_INFINITY;
  return costs.block + block.length * costs.character + countOf(block, '\n') * costs.lineOfCode;
}

/** How many characters can begin or end something inside a line. */
function signsIn(text: string): number {
  return text.match(/[*_~`[\]()!<>&\\@]|www\.|:\/\//g)?.length ?? 0;
}

/** How many quotes and lists a line opens or stands in. */
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
