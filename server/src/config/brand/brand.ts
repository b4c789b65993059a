import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

export type Brand = {
  name: string;
  /** A PNG or JPEG file; null for Foyer's own picture. */
  logoFile: string | null;
  /** A colour like `#1c6349`; null for Foyer's own. */
  accent: string | null;
  imprintUrl: string | null;
  privacyUrl: string | null;
  /** May begin with `mailto:` or `tel:`. */
  supportUrl: string | null;
};

const maxLogoBytes = 1024 * 1024;
/** An attack: a page of HTML or SVG with the name of a picture. Only the first bytes say what a file is. */
const signatures = [
  { type: 'image/png', bytes: Buffer.from('89504e470d0a1a0a', 'hex') },
  { type: 'image/jpeg', bytes: Buffer.from('ffd8ff', 'hex') },
] as const;

export function problemOfLogo(file: string | undefined, root: string): string[] {
  const problem = file === undefined ? null : problemOfImage(resolve(root, file));
  return problem === null ? [] : [`BRAND_LOGO_FILE: ${problem}`];
}

/** @throws if the file has become unreadable, or is no picture any more */
export function readLogo(path: string) {
  const bytes = new Uint8Array(readFileSync(path));
  const type = bytes.length <= maxLogoBytes ? typeOf(bytes) : null;
  if (!type) throw new Error(`BRAND_LOGO_FILE: ${problemOfImage(path)}`);
  return { bytes, type };
}

function problemOfImage(path: string): string | null {
  try {
    const file = statSync(path);
    // A device or a pipe may never end.
    if (!file.isFile()) return 'a file is expected';
    if (file.size > maxLogoBytes) return 'the file is larger than 1 MB';
    return typeOf(readFileSync(path)) ? null : 'a PNG or JPEG file is expected';
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : 'unknown error';
    return `the file cannot be read (${code})`;
  }
}

function typeOf(content: Uint8Array) {
  return signatures.find(({ bytes }) => bytes.equals(content.subarray(0, bytes.length)))?.type ?? null;
}
