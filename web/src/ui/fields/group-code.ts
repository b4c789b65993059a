// A generated code is 13 symbols, printed in groups of 4, 4 and 5. A code of own words is left as it is typed.

/** Where the hyphens stand among the symbols. */
const cuts = [4, 8];
const mostSymbols = 13;
/** With fewer symbols and no digit, a text may still become a word. */
const longWord = 9;

/** A typed text, and how it is shown: with the hyphens that the person did not type. */
export type Shown = { text: string; isAdded: boolean[] };

export function show(typed: string): Shown {
  const symbols = symbolsOf(typed);
  if (symbols === null) return { text: typed, isAdded: Array.from(typed, () => false) };
  const shown: Shown = { text: '', isAdded: [] };
  const put = (character: string, isAdded: boolean) => {
    shown.text += character;
    shown.isAdded.push(isAdded);
  };
  let count = 0;
  for (const character of typed) {
    if (character !== '-' && cuts.includes(count) && !shown.text.endsWith('-')) put('-', true);
    put(character, false);
    if (character !== '-') count += 1;
  }
  return shown;
}

/**
 * What is typed after the shown text was edited, and where the caret stands in it: without the added hyphens.
 *
 * @param caret in the edited text
 */
export function afterEdit(before: Shown, edited: string, caret: number): { typed: string; caret: number } {
  let start = 0;
  while (start < caret && start < before.text.length && before.text[start] === edited[start]) start += 1;
  let end = 0;
  const most = Math.min(before.text.length - start, edited.length - Math.max(start, caret));
  while (end < most && before.text.at(-1 - end) === edited.at(-1 - end)) end += 1;

  const shift = before.text.length - edited.length;
  const isAdded = (index: number) => {
    if (index < start) return before.isAdded[index];
    return index >= edited.length - end && before.isAdded[index + shift];
  };
  let typed = '';
  let typedCaret = 0;
  for (let index = 0; index < edited.length; index++) {
    if (isAdded(index)) continue;
    typed += edited[index];
    if (index < caret) typedCaret += 1;
  }
  return { typed, caret: typedCaret };
}

/** The place in the shown text after this many typed characters. */
export function caretIn({ isAdded }: Shown, typedCaret: number): number {
  let typed = 0;
  let at = 0;
  while (at < isAdded.length && typed < typedCaret) {
    if (!isAdded[at]) typed += 1;
    at += 1;
  }
  return at;
}

/** The symbols of what may become a generated code; null for anything else. */
function symbolsOf(typed: string): string | null {
  const [, first = '', second = '', third = ''] =
    /^([0-9a-tv-z]{0,4})-?([0-9a-tv-z]{0,4})-?([0-9a-tv-z]*)$/i.exec(typed) ?? [];
  const symbols = first + second + third;
  // Hyphens at other places are those of own words.
  const isInGroups = (!second || first.length === 4) && (!third || second.length === 4);
  const isWhole = symbols === typed.replaceAll('-', '') && isInGroups;
  if (!isWhole || symbols.length > mostSymbols) return null;
  return /\d/.test(symbols) || symbols.length >= longWord ? symbols : null;
}
