import { createHash } from 'node:crypto';
import type { Access } from '@foyer/api/access';
import { deriveAccent } from '../config/brand/accent.ts';
import { type Brand, readLogo } from '../config/brand/brand.ts';

export type BrandOnPages = ReturnType<typeof brandOnPages>;

/** Reads the picture once: what lies in the file later is not served. The rest can change while the server runs. */
export function brandOnPages(brand: Brand) {
  const picture = brand.logoFile === null ? null : readLogo(brand.logoFile);
  const logo = picture && `/api/brand/logo?v=${digestOf(picture.bytes)}`;
  let accent = { of: brand.accent, colours: coloursOf(brand) };

  function shown(): Access['brand'] {
    const { name, imprintUrl, privacyUrl, supportUrl } = brand;
    if (accent.of !== brand.accent) accent = { of: brand.accent, colours: coloursOf(brand) };
    return { name, logo, accent: accent.colours, imprintUrl, privacyUrl, supportUrl };
  }

  return { picture, shown };
}

function coloursOf({ accent }: Brand): Access['brand']['accent'] {
  return accent === null ? null : deriveAccent(accent);
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}
