import * as z from 'zod';

const error =
  'a JSON object of at most 50 names and values of headers is expected, like {"api-key":"…","x-team":"chat"}';

const fixed = [
  'host',
  'connection',
  'content-length',
  'content-type',
  'transfer-encoding',
  'expect',
  'upgrade',
];

const headers = z
  .record(
    z
      .string()
      .regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$/)
      .transform((name) => name.toLowerCase()),
    // Printable ASCII: Node refuses other characters only when it sends them.
    z.string().regex(/^[\t\x20-\x7e]{0,8000}$/),
  )
  .refine((all) => Object.keys(all).length <= 50);

/** Never repeats the value in a problem: it may be a key. */
export function readHeaders(text: string, { issues }: z.core.ParsePayload): Record<string, string> {
  const { success, data } = headers.safeParse(parsed(text));
  const problem = success ? problemOf(data) : error;
  if (success && problem === null) return data;
  issues.push({ code: 'custom', message: problem ?? error, input: '' });
  return {};
}

function problemOf(all: Record<string, string>): string | null {
  const name = Object.keys(all).find((each) => fixed.includes(each));
  return name === undefined ? null : `the header ${name} is Foyer's own and cannot be set`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
