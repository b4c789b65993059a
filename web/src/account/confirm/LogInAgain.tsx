import type { Account } from '../../api/account.ts';
import type { Answer } from '../../api/problem.ts';
import { sessionApi } from '../../api/session.ts';
import { type Redirection, signInApi } from '../../api/sign-in.ts';
import { errorText } from '../../messages/error-text.ts';
import * as t from '../../messages/texts.ts';
import { paths } from '../../routes.ts';
import { useSession } from '../../session/context.ts';
import { useMemberSubmit } from '../../session/use-member-submit.ts';
import { useOAuth } from '../../sign-in/providers/use-oauth.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';

/** For accounts without a password: a new login with a provider, and back to this page. */
export function LogInAgain({ account }: { account: Account }) {
  const loggingIn = useMemberSubmit();
  const { leave, chosen, leavingFor } = useOAuth(loggingIn);
  const session = useSession();
  const providers = new Map(account.logins.map(({ provider, name }) => [provider, name]));

  /** The server refuses a login while somebody is signed in, so this session ends first. The chats stay. */
  async function again(provider: string): Promise<Answer<Redirection>> {
    const left = await sessionApi.logOut();
    if (left.problem) return left;
    session.returnTo(paths.account);
    return signInApi.startOAuth({ provider });
  }

  async function continueWith(provider: string) {
    const answer = await leave({ purpose: 'log-in', provider }, () => again(provider));
    // This session may have ended although the provider could not be reached.
    if (answer?.problem) await session.refresh();
  }

  return (
    <>
      <p>{t.account.confirm.byLogin}</p>
      {loggingIn.problem && (
        <ErrorMessage>{errorText(loggingIn.problem.code, providers.get(chosen ?? ''))}</ErrorMessage>
      )}
      {[...providers].map(([provider, name]) => (
        <ActionButton
          key={provider}
          variant="default"
          loading={leavingFor === provider}
          mustWait={leavingFor !== null}
          onClick={() => void continueWith(provider)}
        >
          {t.account.confirm.logInAgain(name)}
        </ActionButton>
      ))}
    </>
  );
}
