import { runWithTransaction } from '@better-auth/core/context';
import type { GenericEndpointContext } from 'better-auth';
import { getOAuthState } from 'better-auth/api';
import { lockUser } from '../members/log-in.ts';
import type { InvitationCodesOptions } from '../options.ts';

type Adapter = GenericEndpointContext['context']['internalAdapter'];

/** Links a provider to the account of a member who is signed in. */
export function linkOnReturn(ctx: GenericEndpointContext, options: InvitationCodesOptions) {
  const { internalAdapter } = ctx.context;
  /** The session that asked for the link. */
  let linking: { id: string; userId: string } | null = null;

  /** Better Auth looks for the session that asked for the link: it must still be this browser's session. */
  async function findSession(token: string) {
    const { name } = ctx.context.authCookies.sessionToken;
    const here = await ctx.getSignedCookie(name, ctx.context.secret);
    const found = here === token ? await internalAdapter.findSession(token) : null;
    linking = found?.session ?? null;
    return found;
  }

  /** Links only while the session that asked still exists, and only what belongs to nobody else. */
  async function createAccount(account: Parameters<Adapter['createAccount']>[0]) {
    if (!linking) return internalAdapter.createAccount(account);
    const { id, userId } = linking;
    try {
      return await runWithTransaction(ctx.context.adapter, async () => {
        // A new password, an unlinking and a deletion wait here, or have ended the session.
        const isThere = (await lockUser(options.db, userId)) && (await hasSession(options, id));
        return isThere ? await internalAdapter.createAccount(account) : null;
      });
    } catch (error) {
      // Two requests with one account can both pass the check before; the database lets one of them through.
      if (!(await internalAdapter.findAccountByKey(account))) throw error;
      // As Better Auth answers it: to the address that the host gave when the link was started.
      const { errorURL } = (await getOAuthState()) ?? {};
      throw ctx.redirect(
        `${errorURL ?? `${ctx.context.baseURL}/error`}?error=account_already_linked_to_different_user`,
      );
    }
  }

  return { findSession, createAccount };
}

async function hasSession({ db }: InvitationCodesOptions, id: string): Promise<boolean> {
  const session = await db.selectFrom('session').select('id').where('id', '=', id).executeTakeFirst();
  return session !== undefined;
}
