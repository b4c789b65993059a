import type { Access } from '../../api/client.ts';
import { sentenceOf } from '../../messages/errors.ts';
import type { Setback } from '../../session/address/oauth-error.ts';
import { Refused } from '../../ui/ErrorMessage.tsx';
import { nameOf } from './provider-name.ts';

/** Why the way through a provider came to nothing. */
export function SetbackNotice({ setback, access }: { setback: Setback | null; access: Access }) {
  if (!setback) return null;
  const name = nameOf(access, setback.provider);
  if (setback.refusal === 'REGISTRATION_DISABLED') {
    return (
      <Refused>
        There is no account here for your login at {name ?? 'the provider'}, and registration is closed.
        Nothing was kept.
      </Refused>
    );
  }
  return <Refused>{sentenceOf(setback.refusal, name)}</Refused>;
}
