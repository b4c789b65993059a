import type { ModelPiece } from './model-piece.ts';

const names = ['think', 'thought', 'seed:think'];
const opening = names.map((name) => `<${name}>`);
const closing = names.map((name) => `</${name}>`);
/** After this many blanks no tag is expected any more. */
const maxBeginning = 200;

// Separates `<think>…</think>` at the start of a reply from the text, also when a tag is cut across pieces. Some models
// only send the closing tag: then all text before it was reasoning. Later tags are text, and so are tags in code.
export async function* splitThoughts(pieces: AsyncIterable<ModelPiece>): AsyncGenerator<ModelPiece> {
  const splitter = new Splitter();
  for await (const piece of pieces) {
    if (piece.type === 'text') yield* splitter.add(piece.text);
    else {
      if (piece.type === 'thought') splitter.hasThoughts = true;
      if (piece.type === 'finish') yield* splitter.end();
      yield piece;
    }
  }
  yield* splitter.end();
}

class Splitter {
  hasThoughts = false;
  #state: 'beginning' | 'thought' | 'text' | 'plain' = 'beginning';
  #held = '';
  #end = '';
  #code = new CodeState();

  *add(text: string): Generator<ModelPiece> {
    if (this.#state === 'plain') return yield { type: 'text', text };
    this.#held += text;
    yield* this.#scan(false);
  }

  *end(): Generator<ModelPiece> {
    yield* this.#scan(true);
    if (this.#state === 'beginning' && this.hasThoughts) this.#held = this.#held.trimStart();
    yield* this.#pass(this.#held.length);
  }

  *#scan(isEnd: boolean): Generator<ModelPiece> {
    let before: string;
    do {
      before = `${this.#state} ${this.#held.length}`;
      if (this.#state === 'beginning') this.#begin(isEnd);
      if (this.#state === 'thought') yield* this.#findEnd(isEnd);
      if (this.#state === 'text') yield* this.#findLoneEnd(isEnd);
      if (this.#state === 'plain') yield* this.#pass(this.#held.length);
    } while (before !== `${this.#state} ${this.#held.length}`);
  }

  #begin(isEnd: boolean) {
    const start = this.#held.trimStart();
    const mayBeTag = [...opening, ...closing].some((tag) => tag.startsWith(start));
    const at = opening.findIndex((tag) => start.startsWith(tag));
    const lone = closing.find((tag) => start.startsWith(tag));
    if (at >= 0) {
      this.#state = 'thought';
      this.#end = closing[at] ?? '';
      this.#held = start.slice(opening[at]?.length);
      this.#code = new CodeState();
    } else if (lone) {
      this.hasThoughts = true;
      this.#held = start.slice(lone.length);
      this.#begin(isEnd);
    } else if (start !== '' || this.#held.length > maxBeginning) {
      if (mayBeTag && start !== '' && !isEnd) return;
      if (this.hasThoughts) this.#held = start;
      this.#state = this.hasThoughts ? 'plain' : 'text';
    }
  }

  *#findEnd(isEnd: boolean): Generator<ModelPiece> {
    for (;;) {
      const at = this.#held.indexOf('<');
      yield* this.#pass(at < 0 ? this.#held.length : at);
      const isTag = this.#held.startsWith(this.#end);
      if (this.#held === '' || (!isEnd && this.#mustWait(isTag, [this.#end]))) return;
      if (isTag && !this.#isInCode(this.#end)) {
        this.hasThoughts = true;
        this.#held = this.#held.slice(this.#end.length);
        this.#state = 'beginning';
        return;
      }
      yield* this.#pass(1);
    }
  }

  *#findLoneEnd(isEnd: boolean): Generator<ModelPiece> {
    for (;;) {
      const at = this.#held.indexOf('<');
      yield* this.#pass(at < 0 ? this.#held.length : at);
      const tag = closing.find((each) => this.#held.startsWith(each));
      if (this.#held === '' || (!isEnd && this.#mustWait(tag !== undefined, [...opening, ...closing])))
        return;
      // An opening tag in the text: the reply explains tags, so a later closing tag is text too.
      if (this.hasThoughts || opening.some((each) => this.#held.startsWith(each))) this.#state = 'plain';
      else if (tag && !this.#code.isInFence && !this.#isInCode(tag)) {
        this.hasThoughts = true;
        this.#held = this.#held.slice(tag.length);
        this.#state = 'beginning';
        yield { type: 'retract' };
      } else {
        yield* this.#pass(1);
        continue;
      }
      return;
    }
  }

  #mustWait(isTag: boolean, tags: string[]): boolean {
    if (isTag) return this.#code.isInSpan && tags.includes(this.#held);
    return tags.some((tag) => tag.startsWith(this.#held));
  }

  /** Between two backticks: a stray one must not hide the end of the reasoning. */
  #isInCode(tag: string): boolean {
    return this.#code.isInSpan && this.#held[tag.length] === '`';
  }

  *#pass(length: number): Generator<ModelPiece> {
    if (length === 0) return;
    const text = this.#held.slice(0, length);
    this.#held = this.#held.slice(length);
    this.#code.read(text);
    yield { type: this.#state === 'thought' ? 'thought' : 'text', text };
  }
}

class CodeState {
  isInFence = false;
  isInSpan = false;
  #start = '';

  read(text: string) {
    for (const character of text) {
      if (character === '\n') {
        if (/^ {0,3}(```|~~~)/.test(this.#start)) this.isInFence = !this.isInFence;
        this.#start = '';
        this.isInSpan = false;
        continue;
      }
      if (this.#start.length < 6) this.#start += character;
      if (character === '`') this.isInSpan = !this.isInSpan;
    }
  }
}
