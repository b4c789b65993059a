/** Pieces passed on at once: the first piece of many models contains no word. */
const immediatePieces = 2;
const gapMs = 50;

/** Joins words into fewer pieces, because each piece is sent to every listener. `flush` passes on the last ones. */
export function gatherWords(pass: (words: string) => void) {
  let held = '';
  let passed = 0;
  let nextAt = 0;
  let timer: NodeJS.Timeout | undefined;

  function flush() {
    clearTimeout(timer);
    timer = undefined;
    if (held === '') return;
    const words = held;
    held = '';
    passed++;
    nextAt = performance.now() + gapMs;
    pass(words);
  }

  return {
    add: (words: string) => {
      held += words;
      const earlyMs = nextAt - performance.now();
      if (passed < immediatePieces || earlyMs <= 0) flush();
      else timer ??= setTimeout(flush, earlyMs);
    },
    flush,
  };
}
