import { statSync } from 'node:fs';
import type { Config } from '../config/read-config.ts';
import { about, type Finding } from './finding.ts';

const heavyBytes = 100_000;

export function checkBrand({ brand, isPublic }: Pick<Config, 'brand' | 'isPublic'>): Finding[] {
  const { warning, off } = about('brand');
  const findings: Finding[] = [];
  const bytes =
    brand.logoFile === null ? 0 : (statSync(brand.logoFile, { throwIfNoEntry: false })?.size ?? 0);
  if (bytes > heavyBytes)
    findings.push(
      warning(
        `The picture of BRAND_LOGO_FILE has ${Math.ceil(bytes / 1000)} kB, and everybody who opens a page loads it.`,
        'Make it smaller: 180 × 180 pixels are enough.',
      ),
    );
  if (isPublic && brand.privacyUrl === null)
    findings.push(
      off('The pages do not say what happens to personal data.', 'Set PRIVACY_URL to your page about it.'),
    );
  return findings;
}
