import { type Document, isScalar, LineCounter, parseDocument } from 'yaml';
import * as z from 'zod';
import { type AssistantFile, AssistantProblem } from './assistant.ts';

const maxFrontMatter = 20_000;
const maxPrompt = 100_000;

const expectsText = 'a text is expected; put a text with a colon or a bracket in quotes';

const line = (max: number) =>
  z
    .string(expectsText)
    .trim()
    .min(1, 'a text is expected')
    .max(max, `at most ${max} characters are expected`)
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, 'one line is expected');

const lines = (count: number, max: number) =>
  z.array(line(max), 'a list is expected, each line with a dash').max(count, `at most ${count} are expected`);

const path = line(200).refine(
  (text) => !/[\\:]/.test(text) && text.split('/').every((part) => part !== '' && !part.startsWith('.')),
  'a path inside the folder of assistants is expected, like housing/leaflets',
);

const frontMatter = z.strictObject({
  name: line(60),
  greeting: z
    .string(expectsText)
    .trim()
    .max(500, 'at most 500 characters are expected')
    .regex(/^(\n|[^\p{Cc}])*$/u, 'a text without control characters is expected')
    .optional(),
  beginnings: lines(4, 200).default([]),
  help: lines(4, 200).default([]),
  model: line(500).optional(),
  temperature: z
    .string('a number from 0 to 2 is expected')
    .regex(/^([01](\.\d{1,6})?|2(\.0{1,6})?)$/, 'a number from 0 to 2 is expected, like 0.3')
    .transform(Number)
    .optional(),
  language: line(35).refine(isLanguage, 'a language tag is expected, like de or pt-BR').optional(),
  picture: path
    .refine((name) => /\.(png|jpe?g|webp)$/i.test(name), 'a .png, .jpg or .webp file is expected')
    .optional(),
  knowledge: path.optional(),
});

/**
 * Reads the Markdown file of an assistant: YAML between two lines `---`, then the system prompt.
 *
 * @throws AssistantProblem
 */
export function parseAssistant(text: string): AssistantFile {
  const [yaml, prompt] = split(text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'));
  if (yaml.length > maxFrontMatter)
    throw new AssistantProblem(`the lines between --- are longer than ${maxFrontMatter} characters`, 1);
  const lineCounter = new LineCounter();
  // The front matter begins on the second line.
  const lineAt = (offset = 0) => lineCounter.linePos(offset).line + 1;
  const document = read(yaml, lineCounter, lineAt);
  const parsed = frontMatter.safeParse(withoutEmpty(document.toJS({ maxAliasCount: 0 })));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw issue ? problemOf(issue, document, lineAt) : new AssistantProblem('it cannot be read', 1);
  }
  const promptLine = yaml.split('\n').length + 3;
  if (prompt === '')
    throw new AssistantProblem('the prompt is missing: the text after the second ---', promptLine);
  if (prompt.length > maxPrompt)
    throw new AssistantProblem(`the prompt is longer than ${maxPrompt} characters`, promptLine);
  const { greeting, model, temperature, language, picture, knowledge, ...given } = parsed.data;
  return {
    ...given,
    greeting: greeting || null,
    model: model ?? null,
    temperature: temperature ?? null,
    language: language ?? null,
    picture: picture ?? null,
    knowledge: knowledge ?? null,
    prompt,
  };
}

function split(text: string): [yaml: string, prompt: string] {
  const [first = '', ...rest] = text.split('\n');
  if (first.trimEnd() !== '---') throw new AssistantProblem('the first line must be ---', 1);
  const end = rest.findIndex((each) => each.trimEnd() === '---');
  if (end === -1) throw new AssistantProblem('the second line --- is missing', 1);
  return [
    rest.slice(0, end).join('\n'),
    rest
      .slice(end + 1)
      .join('\n')
      .trim(),
  ];
}

/** Everything is a text: a telephone number keeps its zeros, and `no` is a word. */
function read(yaml: string, lineCounter: LineCounter, lineAt: (offset?: number) => number): Document {
  let document: Document;
  try {
    document = parseDocument(yaml, {
      lineCounter,
      schema: 'failsafe',
      prettyErrors: false,
      logLevel: 'error',
    });
  } catch {
    // An attack: brackets in brackets, thousands deep.
    throw new AssistantProblem('the lines between --- cannot be read', 1);
  }
  const [error] = [...document.errors, ...document.warnings];
  if (error) {
    const hasColon = error.code === 'BLOCK_AS_IMPLICIT_KEY';
    const message = hasColon ? 'a text with a colon must be in quotes' : inOneLine(error.message);
    throw new AssistantProblem(message, lineAt(error.pos[0]));
  }
  try {
    // An attack: aliases of aliases grow without end.
    document.toJS({ maxAliasCount: 0 });
  } catch {
    throw new AssistantProblem('the lines between --- must not use anchors (&) and aliases (*)', 1);
  }
  return document;
}

/** `greeting:` without a text counts as no greeting. */
function withoutEmpty(values: unknown): unknown {
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return {};
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== null));
}

function problemOf(
  { code, path, message, ...issue }: z.core.$ZodIssue,
  document: Document,
  lineAt: (offset?: number) => number,
): AssistantProblem {
  if (code === 'unrecognized_keys' && 'keys' in issue) {
    const [key = ''] = issue.keys as string[];
    const known = Object.keys(frontMatter.shape).join(', ');
    return new AssistantProblem(
      `there is no field ${inOneLine(key)}; the fields are ${known}`,
      lineOfKey(key),
    );
  }
  const [field = ''] = path;
  const at = lineOfKey(String(field));
  if (field === 'name' && at === 1) return new AssistantProblem('name: it is missing', 1);
  return new AssistantProblem(`${String(field)}: ${message}`, path.length > 1 ? (lineOf(path) ?? at) : at);

  function lineOf(of: PropertyKey[]): number | null {
    const node = document.getIn(of, true) as { range?: [number, number, number] | null } | undefined;
    return node?.range ? lineAt(node.range[0]) : null;
  }

  function lineOfKey(key: string): number {
    const contents = document.contents as { items?: { key: unknown }[] } | null;
    const found = contents?.items?.find((pair) => isScalar(pair.key) && pair.key.value === key)?.key;
    return isScalar(found) && found.range ? lineAt(found.range[0]) : 1;
  }
}

function inOneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 200);
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
