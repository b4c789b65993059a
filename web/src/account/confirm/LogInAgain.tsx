import { type Account, type Answer, type Away, api } from '../../api/client.ts';
import { sentenceOf } from '../../messages/errors.ts';
import { useVisit } from '../../session/context.ts';
import { useMemberAct } from '../../session/use-member-submit.ts';
import { useProvider } from '../../sign-in/providers/use-oauth.ts';
import { ActButton } from '../../ui/ActionButton.tsx';
import { Refused } from '../../ui/ErrorMessage.tsx';

/** Confirms who it is without a password: a new login through a provider, and back to this page. */
export function LogInAgain({ account }: { account: Account }) {
  const loggingIn = useMemberAct();
  const { leave, chosen, leavingBy } = useProvider(loggingIn);
  const visit = useVisit();
  const providers = new Map(account.logins.map(({ provider, name }) => [provider, name]));

  /** The server lets nobody log in who is in: the session here ends first. The chats stay. */
  async function again(provider: string): Promise<Answer<Away>> {
    const left = await api.logOut();
    if (left.problem) return left;
    visit.comeBackTo('/account');
    return api.loginBy({ provider });
  }

  async function leaveBy(provider: string) {
    const answer = await leave({ purpose: 'log-in', provider }, () => again(provider));
    // The session here may have ended by now, though there is no way to the provider.
    if (answer?.problem) await visit.refresh();
  }

  return (
    <>
      <p>You logged in a while ago. Log in again: you come back to this page, and can go on.</p>
      {loggingIn.problem && (
        <Refused>{sentenceOf(loggingIn.problem.code, providers.get(chosen ?? ''))}</Refused>
      )}
      {[...providers].map(([provider, name]) => (
        <ActButton
          key={provider}
          variant="default"
          loading={leavingBy === provider}
          mustWait={leavingBy !== null}
          onClick={() => void leaveBy(provider)}
        >
          Log in again with {name}
        </ActButton>
      ))}
    </>
  );
}
