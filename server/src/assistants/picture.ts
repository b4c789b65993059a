import { readBytes } from './files.ts';

type PictureType = 'image/png' | 'image/jpeg' | 'image/webp';

export type Picture = { bytes: Buffer; type: PictureType };

/** An attack: a page of HTML or SVG with the name of a picture. Only the first bytes say what a file is. */
export async function readPicture(
  dir: string,
  path: string,
): Promise<{ picture: Picture; problem: null } | { picture: null; problem: string }> {
  const { content, problem } = await readBytes(dir, path);
  if (problem !== null) return { picture: null, problem };
  const type = typeOf(content);
  if (!type) return { picture: null, problem: 'is neither PNG, JPEG nor WebP' };
  return { picture: { bytes: content, type }, problem: null };
}

function typeOf(bytes: Buffer): PictureType | null {
  const beginsWith = (signature: string, at = 0) =>
    bytes.subarray(at, at + signature.length).equals(Buffer.from(signature, 'latin1'));
  if (beginsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (beginsWith('\xff\xd8\xff')) return 'image/jpeg';
  return beginsWith('RIFF') && beginsWith('WEBP', 8) ? 'image/webp' : null;
}
