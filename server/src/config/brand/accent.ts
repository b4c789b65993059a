import type { Access } from '@foyer/api/access';
// In one file: every command reads the settings, and the package's 150 modules take 40 ms to load.
import culori from 'culori/require';

/** The colours of a brand's accent, by the names of the design's tokens. */
type BrandAccent = NonNullable<Access['brand']['accent']>;

/** What text needs on its ground (WCAG 2.2 AA). */
export const readable = 4.5;
/** The ground on which people read and write, in light mode. */
const surface = '#fffefb';
const softShare = 0.125;

const { converter, formatHex, interpolate, toGamut, wcagContrast } = culori;

// In OKLCH colours of one lightness look equally light.
const toLch = converter('oklch');
const fitting = toGamut('rgb', 'oklch');

/** Null for a colour that can be the accent. */
export function problemOfAccent(hex: string): string | null {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) return 'a colour like #1c6349 is expected';
  const found = contrastOf(hex);
  if (found >= readable) return null;
  return `${hex} is too light to be read: its contrast is ${floored(found)}:1, at least ${readable}:1 is needed. ${darkened(hex)} would do`;
}

/** The accent in all its places. Dark mode keeps the hue only: a dark colour cannot be read at night. */
export function deriveAccent(hex: string): BrandAccent {
  const { l, c } = lchOf(hex);
  const darker = (by: number) => withLightness(hex, Math.max(0, l - by), c);
  const atNight = (lightness: number, most: number) => withLightness(hex, lightness, Math.min(c, most));
  return {
    light: {
      accent: hex,
      'accent-hover': darker(0.07),
      'accent-press': darker(0.12),
      'on-accent': '#ffffff',
      soft: softOf(hex),
      'soft-ink': darker(0.06),
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
  return Math.min(wcagContrast(hex, surface), wcagContrast(hex, softOf(hex)));
}

function softOf(hex: string): string {
  return formatHex(interpolate([surface, hex], 'rgb')(softShare));
}

/** The nearest darker colour of the same hue that can be read. */
function darkened(hex: string): string {
  const { l, c } = lchOf(hex);
  let found = hex;
  for (let lightness = l; contrastOf(found) < readable; lightness -= 0.005)
    found = withLightness(hex, lightness, c);
  return found;
}

function withLightness(hex: string, l: number, c: number): string {
  return formatHex(fitting({ ...lchOf(hex), l, c }));
}

function lchOf(hex: string) {
  const colour = toLch(hex);
  if (!colour) throw new Error(`${hex} is no colour`);
  return colour;
}

function floored(ratio: number): string {
  return (Math.floor(ratio * 10) / 10).toFixed(1);
}
