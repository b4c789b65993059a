import { type Colour, hexOf, lchOf, luminance } from './colour.ts';

/** The colours of a brand's accent, by the names of the design's tokens. */
export type AccentColours = {
  accent: string;
  'accent-hover': string;
  'accent-press': string;
  'on-accent': string;
  soft: string;
  'soft-ink': string;
};
export type BrandAccent = { light: AccentColours; dark: AccentColours };

/** What text needs on its ground (WCAG 2.2 AA). */
export const readable = 4.5;
/** The ground on which people read and write, in light mode. */
const surface = '#fffefb';
/** How much of the accent its soft ground holds. */
const softShare = 0.125;

/** Of two colours like `#1c6349`: from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Null for a colour that can be the accent. */
export function problemOfAccent(hex: string): string | null {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) return 'a colour like #1c6349 is expected';
  const found = contrastOf(hex);
  if (found >= readable) return null;
  return `${hex} is too light to be read: its contrast is ${floored(found)}:1, at least ${readable}:1 is needed. ${darkened(hex)} would do`;
}

/** The accent in all its places. Dark mode keeps the hue only: a dark colour cannot be read at night. */
export function deriveAccent(hex: string): BrandAccent {
  const { lightness, chroma, hue } = lchOf(hex);
  const at = (lightness: number, chroma: number) => hexOf({ lightness, chroma, hue });
  const atNight = (lightness: number, most: number) => at(lightness, Math.min(chroma, most));
  return {
    light: {
      accent: hex,
      'accent-hover': at(Math.max(0, lightness - 0.07), chroma),
      'accent-press': at(Math.max(0, lightness - 0.12), chroma),
      'on-accent': '#ffffff',
      soft: softOf(hex),
      'soft-ink': at(Math.max(0, lightness - 0.06), chroma),
    },
    dark: {
      accent: atNight(0.81, 0.11),
      'accent-hover': atNight(0.86, 0.1),
      'accent-press': atNight(0.74, 0.11),
      'on-accent': atNight(0.22, 0.04),
      soft: atNight(0.33, 0.045),
      'soft-ink': atNight(0.87, 0.07),
    },
  };
}

/** The lower one of its contrasts on `surface` and on `soft`. */
function contrastOf(hex: string): number {
  return Math.min(contrast(hex, surface), contrast(hex, softOf(hex)));
}

function softOf(hex: string): string {
  const mixed = (from: number) =>
    Math.round(
      Number.parseInt(hex.slice(from, from + 2), 16) * softShare +
        Number.parseInt(surface.slice(from, from + 2), 16) * (1 - softShare),
    );
  return `#${[1, 3, 5].map((from) => mixed(from).toString(16).padStart(2, '0')).join('')}`;
}

/** The nearest darker colour of the same hue that can be read. */
function darkened(hex: string): string {
  const colour: Colour = lchOf(hex);
  let found = hex;
  for (let { lightness } = colour; contrastOf(found) < readable; lightness -= 0.005)
    found = hexOf({ ...colour, lightness });
  return found;
}

/** Never rounded up to the bound that it misses. */
function floored(ratio: number): string {
  return (Math.floor(ratio * 10) / 10).toFixed(1);
}
