import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import { CardRefused } from './card.ts';
import type { Face } from './visual-runs.ts';

export type Style = 'text' | 'bold' | 'code';

export type Font = Face & { path: string; widthOf: (text: string, points: number) => number };

export type Fonts = {
  all: Font[];
  faceOf: (style: Style) => (codePoint: number, before: Face | undefined) => Face;
  byName: (name: string) => Font;
  /** Throws `CardRefused` for a letter that no font has. `what` names the text. */
  refuseMissing: (text: string, what: string) => void;
};

/** Latin, Cyrillic and Arabic, in their order. Whole fonts: pdfkit embeds WOFF 2 as blanks, without an error. */
const files = {
  text: [
    'atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
    'golos-text/400Regular/GolosText_400Regular.ttf',
    'vazirmatn/400Regular/Vazirmatn_400Regular.ttf',
  ],
  bold: [
    'atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf',
    'golos-text/700Bold/GolosText_700Bold.ttf',
    'vazirmatn/700Bold/Vazirmatn_700Bold.ttf',
  ],
  code: ['atkinson-hyperlegible-mono/600SemiBold/AtkinsonHyperlegibleMono_600SemiBold.ttf'],
} as const;

export function openFonts(): Fonts {
  const styles = {
    text: files.text.map(openFont),
    bold: files.bold.map(openFont),
    code: files.code.map(openFont),
  };
  // A code of own words may have letters that the font of codes lacks.
  const choices = { ...styles, code: [...styles.code, ...styles.bold] };
  const all = [...styles.text, ...styles.bold, ...styles.code];
  const byName = (name: string) => {
    const font = all.find((each) => each.name === name);
    if (!font) throw new Error(`there is no font ${name}`);
    return font;
  };
  return {
    all,
    byName,
    faceOf: (style) => (codePoint, before) => {
      if (before?.has(codePoint)) return before;
      const [first, ...others] = choices[style];
      const found = [first, ...others].find((font) => font?.has(codePoint)) ?? first;
      if (!found) throw new Error('a style has no font');
      return found;
    },
    refuseMissing: (text, what) => {
      for (const letter of text) {
        const codePoint = letter.codePointAt(0) ?? 0;
        if (styles.text.some((font) => font.has(codePoint))) continue;
        const number = codePoint.toString(16).toUpperCase().padStart(4, '0');
        throw new CardRefused(`no font for cards has the letter ${letter} (U+${number}) of ${what}`);
      }
    },
  };
}

const require = createRequire(import.meta.url);

function openFont(file: string): Font {
  const path = require.resolve(`@expo-google-fonts/${file}`);
  const font = fontkit.create(readFileSync(path));
  if (!('hasGlyphForCodePoint' in font)) throw new Error(`${path} is a collection of fonts`);
  const widths = new Map<string, number>();
  return {
    name: file,
    path,
    has: (codePoint) => font.hasGlyphForCodePoint(codePoint),
    widthOf: (text, points) => {
      const width = widths.get(text) ?? font.layout(text, []).advanceWidth / font.unitsPerEm;
      if (widths.size > maxWidths) widths.clear();
      widths.set(text, width);
      return width * points;
    },
  };
}

const maxWidths = 10_000;
