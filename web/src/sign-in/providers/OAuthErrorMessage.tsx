import type { Bootstrap } from '../../api/session.ts';
import { errorText } from '../../messages/error-text.ts';
import * as t from '../../messages/texts.ts';
import type { OAuthError } from '../../session/address/oauth-error.ts';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { nameOf } from './provider-name.ts';

export function OAuthErrorMessage({
  oauthError,
  bootstrap,
}: {
  oauthError: OAuthError | null;
  bootstrap: Bootstrap;
}) {
  if (!oauthError) return null;
  const name = nameOf(bootstrap, oauthError.provider);
  if (oauthError.refusal === 'REGISTRATION_DISABLED') {
    return <ErrorMessage>{t.oauth.registrationClosed(name ?? t.oauth.theProvider)}</ErrorMessage>;
  }
  return <ErrorMessage>{errorText(oauthError.refusal, name)}</ErrorMessage>;
}
