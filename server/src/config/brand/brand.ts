import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

/** Who invites: on the cards. */
export type Brand = {
  name: string;
  /** A PNG or JPEG file; null for Foyer's own picture. */
  logoFile: string | null;
};

const maxLogoBytes = 1024 * 1024;
const signatures = [Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('ffd8ff', 'hex')];

export function problemOfLogo(file: string | undefined, root: string): string[] {
  const problem = file === undefined ? null : problemOfImage(resolve(root, file));
  return problem === null ? [] : [`BRAND_LOGO_FILE: ${problem}`];
}

function problemOfImage(path: string): string | null {
  try {
    if (statSync(path).size > maxLogoBytes) return 'the file is larger than 1 MB';
    const image = readFileSync(path);
    const isKnown = signatures.some((signature) => image.subarray(0, signature.length).equals(signature));
    return isKnown ? null : 'a PNG or JPEG file is expected';
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : 'unknown error';
    return `the file cannot be read (${code})`;
  }
}
