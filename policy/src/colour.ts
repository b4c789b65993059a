/** A colour in OKLCH: colours of one lightness look equally light. https://bottosson.github.io/posts/oklab/ */
export type Colour = {
  /** From 0 to 1. */
  lightness: number;
  chroma: number;
  /** In radians. */
  hue: number;
};

/** The relative luminance of WCAG 2. */
export function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = linear(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function lchOf(hex: string): Colour {
  const [r = 0, g = 0, b = 0] = linear(hex);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const along = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const across = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    chroma: Math.hypot(along, across),
    hue: Math.atan2(across, along),
  };
}

/** With as much of the chroma as a screen can show. */
export function hexOf({ lightness, chroma, hue }: Colour): string {
  const channels = channelsOf({ lightness, chroma, hue });
  const fits = channels.every((channel) => channel >= -0.0005 && channel <= 1.0005);
  if (!fits && chroma > 0.001) return hexOf({ lightness, chroma: chroma * 0.95, hue });
  return `#${channels.map(toHex).join('')}`;
}

function channelsOf({ lightness, chroma, hue }: Colour): number[] {
  const along = chroma * Math.cos(hue);
  const across = chroma * Math.sin(hue);
  const l = (lightness + 0.3963377774 * along + 0.2158037573 * across) ** 3;
  const m = (lightness - 0.1055613458 * along - 0.0638541728 * across) ** 3;
  const s = (lightness - 0.0894841775 * along - 1.291485548 * across) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function linear(hex: string): number[] {
  return [1, 3, 5].map((from) => {
    const channel = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
}

function toHex(channel: number): string {
  const bounded = Math.min(1, Math.max(0, channel));
  const encoded = bounded <= 0.0031308 ? bounded * 12.92 : 1.055 * bounded ** (1 / 2.4) - 0.055;
  return Math.round(encoded * 255)
    .toString(16)
    .padStart(2, '0');
}
