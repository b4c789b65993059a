import type { Bootstrap } from '../api/session.ts';
import { errorText } from '../messages/errors.ts';
import type { OAuthError } from '../session/address/oauth-error.ts';
import { nameOf } from '../sign-in/providers/provider-name.ts';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';

type Props = { bootstrap: Bootstrap; email: string; oauthError: OAuthError | null };

/** The account that a guest wanted to create, or to join by a provider, is there already. */
export function AccountExists({ bootstrap, email, oauthError }: Props) {
  return <ErrorMessage>{what()} Your chats as a guest are untouched so far.</ErrorMessage>;

  function what(): string {
    const name = nameOf(bootstrap, oauthError?.provider ?? null);
    if (oauthError?.refusal === 'PROVIDER_NOT_LINKED') return errorText(oauthError.refusal, name);
    const ofProvider = `for your login at ${name ?? 'the provider'}, or with the e-mail address there`;
    const which = oauthError ? ofProvider : `with this address, ${email}`;
    return `There is already an account ${which}. If it is yours, log in to it here.`;
  }
}
