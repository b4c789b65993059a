import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseAst } from 'vite';

const src = join(import.meta.dirname, '..');
const shownProps = ['label', 'title', 'aria-label', 'placeholder', 'alt', 'description', 'button', 'what'];

type Node = { type: string; start: number; [key: string]: unknown };

test('no component holds a text that people read: it stands in the catalogue', async () => {
  const found: string[] = [];
  for await (const file of glob('**/*.tsx', { cwd: src })) {
    found.push(...textsIn(await readFile(join(src, file), 'utf8')).map((text) => `${file}: ${text}`));
  }
  assert.deepEqual(found, []);
});

test('no other file holds a sentence', async () => {
  const found: string[] = [];
  for await (const file of glob('**/*.{ts,tsx}', { cwd: src })) {
    if (/^(console\/)?messages\//.test(file) || file.startsWith('testing/') || file.includes('.test.'))
      continue;
    const lang = file.endsWith('.tsx') ? 'tsx' : 'ts';
    found.push(
      ...sentencesIn(await readFile(join(src, file), 'utf8'), lang).map((text) => `${file}: ${text}`),
    );
  }
  assert.deepEqual(found, []);
});

test('the search finds texts wherever a component may hold one', () => {
  const inComponents = {
    '<p>Hello</p>': ['Hello'],
    '<p>{isOpen ? "Open" : closed}</p>': ['Open'],
    '<p>{isOpen && `Open ${name}`}</p>': ['Open '],
    '<Field label="Email" />': ['Email'],
    '<Field aria-label={`Unlink ${name}`} />': ['Unlink '],
    '<Field title={isNew ? t.a : "Chat"} />': ['Chat'],
    '<p className="quiet">{t.hello(name)}</p>': [],
    '<p>{" "}{count} · {"⋯"}</p>': [],
  };
  for (const [code, texts] of Object.entries(inComponents)) assert.deepEqual(textsIn(code), texts, code);
  const sentences = '[isOld ? `You have ' + '$' + '{n}` : "You are a guest."]';
  assert.deepEqual(sentencesIn(sentences), ['You have ', 'You are a guest.']);
  assert.deepEqual(sentencesIn('throw new Error("No such thing"); f("GET", "Content-Type")'), []);
});

/** The texts between tags, and in the properties that are shown or read out. */
function textsIn(code: string): string[] {
  const texts: string[] = [];
  walk(parse(code, 'tsx'), (node) => {
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
      for (const child of node.children as Node[]) {
        texts.push(...(child.type === 'JSXText' ? [String(child.value)] : literalsShownBy(child)));
      }
    }
    if (node.type === 'JSXAttribute') {
      const { name, value } = node as unknown as { name: { name: string }; value: Node | null };
      if (shownProps.includes(name.name)) texts.push(...literalsShownBy(value));
    }
    return true;
  });
  return texts.map((text) => text.replace(/^\n\s*|\n\s*$/g, '')).filter((text) => /\p{L}/u.test(text));
}

/** Literals that begin with a capital letter and have several words, but for those of an error that nobody reads. */
function sentencesIn(code: string, lang: 'ts' | 'tsx' = 'ts'): string[] {
  const texts: string[] = [];
  walk(parse(code, lang), (node) => {
    if (node.type === 'NewExpression' && (node.callee as { name?: string }).name === 'Error') return false;
    texts.push(...literalOf(node));
    return true;
  });
  return texts.filter((text) => /^\p{Lu}\p{Ll}*’?\p{Ll}* /u.test(text));
}

/** What an expression may show: the sides of a condition, and the parts of a template. */
function literalsShownBy(value: unknown): string[] {
  if (!isNode(value)) return [];
  switch (value.type) {
    case 'JSXExpressionContainer':
      return literalsShownBy(value.expression);
    case 'ConditionalExpression':
      return [...literalsShownBy(value.consequent), ...literalsShownBy(value.alternate)];
    case 'LogicalExpression':
      return [...literalsShownBy(value.left), ...literalsShownBy(value.right)];
    default:
      return literalOf(value);
  }
}

function literalOf(node: Node): string[] {
  if (node.type === 'Literal' && typeof node.value === 'string') return [node.value];
  if (node.type !== 'TemplateLiteral') return [];
  return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).filter(Boolean);
}

function parse(code: string, lang: 'ts' | 'tsx'): Node {
  return parseAst(code, { lang }) as unknown as Node;
}

/** Visits a tree from the top; an answer of false leaves out what is below. */
function walk(node: Node, visit: (node: Node) => boolean) {
  if (!visit(node)) return;
  for (const child of Object.values(node).flat()) if (isNode(child)) walk(child, visit);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}
