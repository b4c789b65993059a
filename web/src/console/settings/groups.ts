import type { Setting } from '../api/settings.ts';

export const stopName = 'CODES_STOPPED';

export type Group = 'codes' | 'brand' | 'limits' | 'others';

const ofBrand = /^(BRAND_|IMPRINT_URL|PRIVACY_URL|SUPPORT_URL|LANGUAGE$|TIME_ZONE$)/;
const ofCodes = /^(LOGIN_|REGISTRATION|DEFAULT_LOGIN_CODE|DEFAULT_REGISTRATION_CODE|GUEST_CONVERSION)/;

/** Where a setting stands on the page. */
export function groupOf({ name, isChangeable }: Pick<Setting, 'name' | 'isChangeable'>): Group {
  if (!isChangeable) return 'others';
  if (ofCodes.test(name)) return 'codes';
  return ofBrand.test(name) ? 'brand' : 'limits';
}
