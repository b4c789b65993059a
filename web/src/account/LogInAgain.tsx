import { Button } from '@mantine/core';
import { type Account, type Answer, type Away, api } from '../api.ts';
import { useProvider } from '../providers/use-provider.ts';
import { sentenceOf } from '../sentences.ts';
import { keepReturn } from '../tab/return.ts';
import { Refused } from '../ui/Refused.tsx';
import { useAct } from '../ui/use-act.ts';

/** Confirms who it is without a password: a new login through a provider, and back to this page. */
export function LogInAgain({ account }: { account: Account }) {
  const loggingIn = useAct();
  const { leave, leavingBy } = useProvider(loggingIn);
  const providers = new Map(account.logins.map(({ provider, name }) => [provider, name]));

  /** The server lets nobody log in who is in: the session here ends first. The chats stay. */
  async function again(provider: string): Promise<Answer<Away>> {
    const left = await api.logOut();
    if (left.problem) return left;
    keepReturn({ path: '/account', email: account.email });
    return api.loginBy({ provider });
  }

  return (
    <>
      <p>You logged in a while ago. Log in again: you come back to this page, and can go on.</p>
      {loggingIn.problem && <Refused>{sentenceOf(loggingIn.problem.code)}</Refused>}
      {[...providers].map(([provider, name]) => (
        <Button
          key={provider}
          variant="default"
          loading={leavingBy === provider}
          disabled={leavingBy !== null}
          onClick={() => void leave(provider, 'in', () => again(provider))}
        >
          Log in again with {name}
        </Button>
      ))}
    </>
  );
}
