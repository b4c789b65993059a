import type { ModelPiece } from './model-piece.ts';

const tags = ['think', 'thought', 'seed:think'];
const maxTag = '</seed:think>'.length;
/** After this many blanks no tag is expected any more. */
const maxBeginning = 200;

// Separates `<think>…</think>` at the start of a reply from the text, also when a tag is cut across pieces. Later tags
// are text, as in code.
export async function* splitThoughts(pieces: AsyncIterable<ModelPiece>): AsyncGenerator<ModelPiece> {
  let state: 'beginning' | 'thought' | 'blanks' | 'text' = 'beginning';
  let closing = '';
  let held = '';
  for await (const piece of pieces) {
    if (piece.type === 'finish' && held !== '') {
      yield { type: state === 'thought' ? 'thought' : 'text', text: held };
      held = '';
    }
    if (piece.type !== 'text' || state === 'text') {
      yield piece;
      continue;
    }
    held += piece.text;
    if (state === 'beginning') {
      const start = held.trimStart();
      const tag = tags.find((name) => start.startsWith(`<${name}>`));
      if (tag) {
        state = 'thought';
        closing = `</${tag}>`;
        held = start.slice(tag.length + 2);
      } else if (held.length > maxBeginning || !tags.some((name) => `<${name}>`.startsWith(start))) {
        state = 'text';
        yield { type: 'text', text: held };
        held = '';
      }
    }
    if (state === 'thought') {
      const end = held.indexOf(closing);
      // This may be the start of the closing tag: wait for the next piece.
      const safe = end >= 0 ? end : Math.max(0, held.length - maxTag);
      if (safe > 0) yield { type: 'thought', text: held.slice(0, safe) };
      held = held.slice(end >= 0 ? end + closing.length : safe);
      if (end >= 0) state = 'blanks';
    }
    if (state === 'blanks') {
      held = held.trimStart();
      if (held === '') continue;
      state = 'text';
      yield { type: 'text', text: held };
      held = '';
    }
  }
  if (held !== '') yield { type: state === 'thought' ? 'thought' : 'text', text: held };
}
