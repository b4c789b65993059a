import { readLinkCode } from './invitation-link.ts';
import { readToken } from './mail-token.ts';
import { readRefusal } from './oauth-error.ts';
import { repairLink } from './repair-link.ts';

export type FromAddress = ReturnType<typeof takeFromAddress>;

/** Removes codes and tokens from the address bar: a reload, a bookmark or the back button must not use them again. */
export function takeFromAddress() {
  const { code, cleaned: withoutCode } = readLinkCode(repairLink(location.href));
  const { oauthError, cleaned: withoutRefusal } = readRefusal(withoutCode);
  const { token, cleaned } = readToken(withoutRefusal);
  if (cleaned !== location.href) history.replaceState(history.state, '', cleaned);
  return { code, oauthError, token };
}
