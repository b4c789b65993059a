const code = /(`{3,}|~{3,})[\s\S]*?(?:\1|$)|(`+)(?!`)[\s\S]*?\2(?!`)/g;
const block = /\\\[([\s\S]+?)\\\]/g;
const inline = /\\\((.+?)\\\)/g;
// A dollar that is a price is followed by a digit, or its partner is. Mathematics has a letter, and a sign of its own.
const dollars = /(^|[^\\$\w])\$(?![\s$])([^$\n]{1,300}?)(?<![\s\\])\$(?![\d$\w])/g;
const mathematical = /[\\^_=<>+*/]|^[a-zA-Z]$/;

/** The text with all mathematics between double dollars; null when there is none. Code is left alone. */
export function withMath(text: string): string | null {
  if (!/\$|\\[[(]/.test(text)) return null;
  let found = false;
  const mark = (before: string, inside: string, after: string) => {
    found = true;
    return `${before}${inside.trim()}${after}`;
  };
  const written = outsideCode(text, (part) => {
    if (part.includes('$$')) found = true;
    return part
      .replace(block, (_, inside: string) => mark('\n$$\n', inside, '\n$$\n'))
      .replace(inline, (_, inside: string) => mark('$$', inside, '$$'))
      .replace(dollars, (whole, before: string, inside: string) =>
        isMathematical(inside) ? mark(`${before}$$`, inside, '$$') : whole,
      );
  });
  return found ? written : null;
}

function isMathematical(inside: string): boolean {
  return mathematical.test(inside) && !/^\d[\d,.]*\s/.test(inside);
}

function outsideCode(text: string, change: (part: string) => string): string {
  let end = 0;
  let changed = '';
  for (const match of text.matchAll(code)) {
    changed += change(text.slice(end, match.index)) + match[0];
    end = match.index + match[0].length;
  }
  return changed + change(text.slice(end));
}
