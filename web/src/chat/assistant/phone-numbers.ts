/** `at` is where it begins in the line. */
export type HelpPart = { at: number; text: string; tel: string | null };

/** Three digits in a row, as 112, or six and more with blanks, hyphens, brackets and slashes between them. */
const number = /\+?\(?\d[\d ()/-]*\d|\+\d+/g;
const date = /^\d{4}-\d{1,2}-\d{1,2}$/;

const link = /\[([^\]]+)\]\(tel:(\+?[\d ()/-]+)\)/g;

/** Splits a line into plain text and telephone numbers that can be called, also those that are written as links. */
export function phoneNumbersIn(line: string): HelpPart[] {
  const parts: HelpPart[] = [];
  let end = 0;
  for (const { 0: whole, 1: text = '', 2: target = '', index } of line.matchAll(link)) {
    parts.push(...bareNumbersIn(line, end, index));
    parts.push({ at: index, text, tel: target.replace(/[^+\d]/g, '') });
    end = index + whole.length;
  }
  return [...parts, ...bareNumbersIn(line, end, line.length)];
}

function bareNumbersIn(line: string, start: number, stop: number): HelpPart[] {
  const parts: HelpPart[] = [];
  let end = start;
  for (const { 0: text, index: at } of line.slice(start, stop).matchAll(number)) {
    const index = start + at;
    const tel = telOf(text);
    if (tel === null || isPartOfWord(line, index, index + text.length)) continue;
    if (index > end) parts.push({ at: end, text: line.slice(end, index), tel: null });
    parts.push({ at: index, text, tel });
    end = index + text.length;
  }
  return end < stop ? [...parts, { at: end, text: line.slice(end, stop), tel: null }] : parts;
}

function telOf(text: string): string | null {
  const digits = text.replace(/\D/g, '');
  const isShort = /^\d{3}$/.test(text);
  if (date.test(text) || digits.length > 17 || !(isShort || digits.length >= 6)) return null;
  // `+44 (0)20` is dialled without the zero in brackets.
  const dialled = text.startsWith('+') ? text.replace('(0)', '').replace(/\D/g, '') : digits;
  return `${text.startsWith('+') ? '+' : ''}${dialled}`;
}

/** As `A112`, `9:30`, `3.500` or `1234567%`. */
function isPartOfWord(line: string, start: number, end: number): boolean {
  return /[\p{L}\p{N}.:,]$/u.test(line.slice(0, start)) || /^([\p{L}%€]|[.:,]\d)/u.test(line.slice(end));
}
