export type Place = { line: number; column: number };

const token =
  /[ \t\n\r]*(?:(?<sign>[[\]{}:,])|(?<text>"(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(?<plain>-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|(?:true|false|null)(?!\w)))/uy;

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end' | 'nothing';

/** Where a text stops being JSON, which `JSON.parse` does not always say. Null when it is JSON. */
export function whereJsonBreaks(text: string): Place | null {
  const open: ('[' | '{')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  while (expected !== 'nothing' || text.slice(at).trim() !== '') {
    token.lastIndex = at;
    const groups = token.exec(text)?.groups;
    const next: Expected | null = groups ? follow(expected, groups, open) : null;
    if (!next) return placeOf(text, at);
    expected = next;
    at = token.lastIndex;
  }
  return null;
}

/** What may follow this token; null when the token is not expected. It changes the stack of open brackets. */
function follow(expected: Expected, token: Record<string, string>, open: ('[' | '{')[]): Expected | null {
  const { sign, text } = token;
  const afterValue = () => (open.length === 0 ? 'nothing' : ', or end');
  if (expected === ':') return sign === ':' ? 'value' : null;
  if (expected === 'key or }' || expected === 'key') {
    if (text !== undefined) return ':';
    if (expected === 'key' || sign !== '}') return null;
    open.pop();
    return afterValue();
  }
  if (expected === 'value' || expected === 'value or ]') {
    if (sign === undefined) return afterValue();
    if (sign === '[' || sign === '{') open.push(sign);
    if (sign === '[') return 'value or ]';
    if (sign === '{') return 'key or }';
    if (sign !== ']' || expected === 'value') return null;
    open.pop();
    return afterValue();
  }
  if (expected === 'nothing') return null;
  const inside = open.at(-1);
  if (sign === ',') return inside === '{' ? 'key' : 'value';
  if (sign !== (inside === '{' ? '}' : ']')) return null;
  open.pop();
  return afterValue();
}

function placeOf(text: string, after: number): Place {
  const blanks = /[ \t\n\r]*/y;
  blanks.lastIndex = after;
  blanks.exec(text);
  const before = text.slice(0, blanks.lastIndex);
  const line = before.split('\n').length;
  return { line, column: before.length - before.lastIndexOf('\n') };
}
