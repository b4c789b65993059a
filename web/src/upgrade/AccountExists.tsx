import type { Access } from '../api/client.ts';
import { sentenceOf } from '../messages/errors.ts';
import type { Setback } from '../session/address/oauth-error.ts';
import { nameOf } from '../sign-in/providers/provider-name.ts';
import { Refused } from '../ui/ErrorMessage.tsx';

type Props = { access: Access; email: string; setback: Setback | null };

/** The account that a guest wanted to create, or to join by a provider, is there already. */
export function AccountTaken({ access, email, setback }: Props) {
  return <Refused>{what()} Your chats as a guest are untouched so far.</Refused>;

  function what(): string {
    const name = nameOf(access, setback?.provider ?? null);
    if (setback?.refusal === 'PROVIDER_NOT_LINKED') return sentenceOf(setback.refusal, name);
    const ofProvider = `for your login at ${name ?? 'the provider'}, or with the e-mail address there`;
    const which = setback ? ofProvider : `with this address, ${email}`;
    return `There is already an account ${which}. If it is yours, log in to it here.`;
  }
}
