// Programs that pass a link on may encode it once or twice more, or join text to its end.

/** `name=` as it stands in a link that was passed on, for example `invite_code%3D`. */
const namedCode = /invite(?:[-_]|%(?:25)*(?:2d|5f))code(=|%(?:25)*3d)/giu;
/** What ends a value: our own links encode these characters. */
const ends = /[&?#<>"|[\]\\^`{}]|:~:|__;/u;

/** Whether a text has the name of a code in a link, with or without a code. */
export function namesCode(text: string): boolean {
  return text.search(namedCode) >= 0;
}

/** The values of `invite-code` in a text with links, in their order. Empty values are left out. */
export function codesInLinks(text: string): string[] {
  const codes = Array.from(text.matchAll(namedCode), (match) => {
    const [rest = ''] = text.slice(match.index + match[0].length).split(/\s/u, 1);
    return valueIn(rest, match[1] ?? '');
  });
  return codes.filter((code) => code !== '');
}

/** `equals` shows how often the link was encoded as a whole: `%253D` twice. */
function valueIn(rest: string, equals: string): string {
  let value = upToEnd(rest);
  for (let coded = equals; coded !== '='; coded = decoded(coded)) value = upToEnd(decoded(value));
  return decoded(value.replaceAll('+', ' ')).trim();
}

function upToEnd(text: string): string {
  return text.split(ends, 1)[0] ?? '';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
