import { readLinkCode } from './invitation-link.ts';
import { readToken } from './mail-token.ts';
import { readRefusal } from './oauth-error.ts';

export type FromAddress = ReturnType<typeof takeFromAddress>;

/** Takes out of the address bar what counts once, so that no reload, bookmark or back button brings it again. */
export function takeFromAddress() {
  const { code, cleaned: withoutCode } = readLinkCode(location.href);
  const { oauthError, cleaned: withoutRefusal } = readRefusal(withoutCode);
  const { token, cleaned } = readToken(withoutRefusal);
  if (cleaned !== location.href) history.replaceState(history.state, '', cleaned);
  return { code, oauthError, token };
}
