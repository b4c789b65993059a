/** How many pieces are passed on at once: many models begin with a piece that has no word in it. */
const immediatePieces = 2;
/** How far apart further pieces are at least, in milliseconds. */
const gapMs = 50;

/**
 * Passes on words in fewer pieces: each piece is sent to everybody who listens. The first words come at once, and `flush`
 * passes on the last ones.
 */
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
