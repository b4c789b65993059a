import type { Bootstrap } from '../api/session.ts';
import { errorText } from '../messages/error-text.ts';
import * as t from '../messages/texts.ts';
import type { OAuthError } from '../session/address/oauth-error.ts';
import { nameOf } from '../sign-in/providers/provider-name.ts';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';

type Props = { bootstrap: Bootstrap; email: string; oauthError: OAuthError | null };

export function AccountExists({ bootstrap, email, oauthError }: Props) {
  if (!oauthError) return <ErrorMessage>{t.upgrade.existing.taken(email)}</ErrorMessage>;
  const name = nameOf(bootstrap, oauthError.provider);
  return (
    <ErrorMessage>
      {oauthError.refusal === 'PROVIDER_NOT_LINKED'
        ? t.upgrade.existing.untouched(errorText(oauthError.refusal, name))
        : t.upgrade.existing.takenByProvider(name ?? t.oauth.theProvider)}
    </ErrorMessage>
  );
}
