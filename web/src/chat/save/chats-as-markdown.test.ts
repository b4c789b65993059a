import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadInside, showLanguage } from '../../messages/show-language.ts';
import { chatsAsMarkdown } from './chats-as-markdown.ts';

const at = Date.parse('2027-03-01T10:00:00');
const metadata = { createdAt: at, status: 'complete' } as const;

await loadInside();
await showLanguage('en');

test('chats become one document, with who wrote what and when, and thoughts set apart', () => {
  const text = chatsAsMarkdown([
    {
      title: 'Rent\n# up',
      assistant: { name: 'Wren' },
      messages: [
        { id: '1', role: 'user', parts: [{ type: 'text', text: 'May they?' }], metadata },
        {
          id: '2',
          role: 'assistant',
          parts: [
            { type: 'reasoning', text: 'Two\nlines' },
            { type: 'text', text: 'No, **not** at once.' },
          ],
          metadata,
        },
      ],
    },
    { title: 'Empty', assistant: { name: null }, messages: [] },
  ]);
  const [first = '', second] = text.split('\n\n---\n\n');
  const lines = first.split('\n\n');
  assert.equal(lines[0], '# Rent # up');
  assert.match(lines[1] ?? '', /^## You · Mar 1, 2027, 10:00/);
  assert.equal(lines[2], 'May they?');
  assert.match(lines[3] ?? '', /^## Wren · /);
  assert.deepEqual(lines.slice(4), ['> Thoughts: Two\n> lines', 'No, **not** at once.']);
  assert.equal(second, '# Empty');
});
