import bidiFactory, { type Bidi } from 'bidi-js';

// Its types describe another form of the module than the one that Node loads.
const bidi = (bidiFactory as unknown as () => Bidi)();

export type Direction = 'ltr' | 'rtl';

/** A font by its name, and the letters that it has. */
export type Face = { name: string; has: (codePoint: number) => boolean };

/** A piece of a line with one direction and one font. */
export type Run = { text: string; face: Face; isRtl: boolean };

type Leveled = Omit<Run, 'isRtl'> & { level: number };

const hasRtl = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** fontkit turns a run with such a letter itself. */
const turnedByFontkit = /\p{Script=Arabic}/u;

/**
 * Splits a line into runs in visual order, from left to right (UAX 9). `faceOf` names the font of a letter; `before` is the
 * font of the letter before it.
 */
export function visualRuns(
  text: string,
  direction: Direction,
  faceOf: (codePoint: number, before: Face | undefined) => Face,
): Run[] {
  const isPlain = direction === 'ltr' && !hasRtl.test(text);
  const levels = isPlain ? null : bidi.getEmbeddingLevels(text, direction).levels;
  const runs = inVisualOrder(logicalRuns(text, levels, faceOf));
  return runs.map(({ text: logical, face, level }) => {
    if (level % 2 === 0) return { text: logical, face, isRtl: false };
    const mirrored = Array.from(logical, (letter) => bidi.getMirroredCharacter(letter) ?? letter);
    const visual = turnedByFontkit.test(logical) ? mirrored : mirrored.reverse();
    return { text: visual.join(''), face, isRtl: true };
  });
}

function logicalRuns(
  text: string,
  levels: Uint8Array | null,
  faceOf: (codePoint: number, before: Face | undefined) => Face,
): Leveled[] {
  const runs: Leveled[] = [];
  let at = 0;
  for (const letter of text) {
    const level = levels?.[at] ?? 0;
    const last = runs.at(-1);
    const face = faceOf(letter.codePointAt(0) ?? 0, last?.level === level ? last.face : undefined);
    if (last?.level === level && last.face === face) last.text += letter;
    else runs.push({ text: letter, face, level });
    at += letter.length;
  }
  return runs;
}

/** Rule L2 over whole runs: from the highest level down, turns every sequence of that level or above. */
function inVisualOrder(runs: Leveled[]): Leveled[] {
  const ordered = [...runs];
  for (let level = Math.max(0, ...runs.map((run) => run.level)); level >= 1; level--) {
    for (let start = 0; start < ordered.length; start++) {
      let end = start;
      while ((ordered[end]?.level ?? 0) >= level) end++;
      if (end > start) ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = Math.max(start, end);
    }
  }
  return ordered;
}
