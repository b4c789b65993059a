import { createHash } from 'node:crypto';
import type { Access } from '@foyer/api/access';
import { deriveAccent } from '../config/brand/accent.ts';
import { type Brand, readLogo } from '../config/brand/brand.ts';

export type BrandOnPages = ReturnType<typeof brandOnPages>;

/** Reads the picture once: what lies in the file later is not served. */
export function brandOnPages({ name, logoFile, accent, imprintUrl, privacyUrl, supportUrl }: Brand) {
  const picture = logoFile === null ? null : readLogo(logoFile);
  const shown: Access['brand'] = {
    name,
    logo: picture && `/api/brand/logo?v=${digestOf(picture.bytes)}`,
    accent: accent === null ? null : deriveAccent(accent),
    imprintUrl,
    privacyUrl,
    supportUrl,
  };
  return { picture, shown };
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}
