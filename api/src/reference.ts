import * as z from 'zod';
import { addressOf, type OtherContent, type Route } from './route.ts';
import { features } from './routes.ts';

const beginning = `# The HTTP interface

<!-- Made by \`npm run docs\` from the workspace \`api\`. -->

Everything lies under \`PUBLIC_URL\`. The same as OpenAPI 3.1 is at \`/api/openapi.json\`.

- Bodies are JSON (\`Content-Type: application/json\`) of at most 100 kB; those of messages may be larger.
- A session is a cookie, \`HttpOnly\` and \`SameSite=Lax\`. What opens a guest's chats is in a second cookie, which is set with the session's.
- A refusal is a 4xx with \`{ "code": "…", "message": "…" }\`. Every route may refuse with \`INVALID_INPUT\` (400, 413, 415; the message names the field) and \`FOREIGN_ORIGIN\` (403).
- 429 \`TOO_MANY_TRIES\`, \`TOO_MANY_GUESTS\`, \`TOO_MANY_MESSAGES\` and \`MODEL_CALLS_SPENT\` come with \`Retry-After\` in seconds. So do 503 \`OVERLOADED\`, \`DATABASE_AWAY\` and \`STORAGE_FULL\`: send the same request again.
- A bug is 500 \`{ "code": "INTERNAL_ERROR", "message", "requestId" }\`.
- Ids of chats and messages are UUIDs that the client makes. Times are epoch milliseconds.
- \`attemptId\` is 128 random bits (32 hexadecimal digits), made once for each intention to enter.
- Deleting the account and changing how one logs in take the \`password\`, but not within 10 minutes of a login.
`;

const common = ['INVALID_INPUT', 'FOREIGN_ORIGIN', 'OVERLOADED', 'DATABASE_AWAY', 'STORAGE_FULL'];

/** The reference of the API as Markdown. */
export function reference(): string {
  return [beginning, ...Object.entries(features).map(([name, routes]) => sectionOf(name, routes))].join('\n');
}

function sectionOf(name: string, routes: Route[]): string {
  return `## ${name}\n\n${routes.map(entryOf).join('\n')}`;
}

function entryOf(route: Route): string {
  const { method, about, body, isBodyOptional, answers } = route;
  const lines = [
    `### \`${method} ${addressOf(route)}\``,
    '',
    about,
    '',
    ...(body ? [`- body${isBodyOptional ? ' (may be left out)' : ''}: \`${shapeOf(body, 'input')}\``] : []),
    ...Object.entries(answers).map(([status, answer]) => `- ${status}: ${contentOf(answer)}`),
    ...refusalsOf(route).map(
      ([status, codes]) => `- ${status}: ${codes.map((code) => `\`${code}\``).join(', ')}`,
    ),
    '',
  ];
  return lines.join('\n');
}

function contentOf(answer: z.ZodType | null | OtherContent): string {
  if (answer === null) return 'no body';
  if ('contentType' in answer) return `\`${answer.contentType}\`. ${answer.about}`;
  return `\`${shapeOf(answer, 'output')}\``;
}

function refusalsOf({ refuses }: Route): [string, string[]][] {
  return Object.entries(refuses)
    .map(([status, codes]): [string, string[]] => [status, codes.filter((code) => !common.includes(code))])
    .filter(([, codes]) => codes.length > 0);
}

type Shape = {
  type?: string | string[];
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  enum?: string[];
  anyOf?: Shape[];
  oneOf?: Shape[];
  const?: unknown;
};

/** Writes a schema like a TypeScript type. */
function shapeOf(schema: z.ZodType, io: 'input' | 'output'): string {
  return inWords(z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Shape);
}

function inWords(shape: Shape): string {
  const { type, properties, required = [], items, anyOf, oneOf } = shape;
  const union = anyOf ?? oneOf;
  if (union) return union.map(inWords).join(' | ');
  if (shape.enum) return shape.enum.map((value) => `'${value}'`).join(' | ');
  if ('const' in shape) return JSON.stringify(shape.const);
  if (type === 'array') return items ? `${bracketed(inWords(items))}[]` : 'unknown[]';
  if (type !== 'object') return [type ?? 'unknown'].flat().join(' | ').replace('integer', 'number');
  const fields = Object.entries(properties ?? {}).map(
    ([name, field]) => `${name}${required.includes(name) ? '' : '?'}: ${inWords(field)}`,
  );
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

function bracketed(words: string): string {
  return words.includes(' | ') && !words.startsWith('{') ? `(${words})` : words;
}
