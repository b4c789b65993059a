/** Where the last complete sentence or paragraph of a growing text ends. */
export function endOfSentences(text: string): number {
  let end = 0;
  for (const match of text.matchAll(/[.!?…؟。！？]["'”’)\]*_]*(?=\s)|\n\s*\n/gu))
    end = match.index + match[0].length;
  return end;
}

/** Nobody listens to more at once, in UTF-16 units. */
const longest = 2000;

/** Markdown as it is read out: without its signs, without code, and without words that only a machine writes. */
export function asSpoken(markdown: string): string {
  return markdown
    .slice(0, longest)
    .replace(/\S{101,}/g, ' ')
    .replace(/(`{3,}|~{3,})[\s\S]*?(?:\1|$)/g, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^[ \t]*(?:#{1,6}|>|[-*+]|\|)[ \t]*/gm, '')
    .replace(/[*_`|~]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
