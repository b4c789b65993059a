import type { Setback } from '../address/refusal.ts';
import type { Access } from '../api.ts';
import { nameOf } from '../providers/name.ts';
import { sentenceOf } from '../sentences.ts';
import { Refused } from '../ui/Refused.tsx';

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
