import type { BetterAuthOptions, GenericEndpointContext } from 'better-auth';
import { invitationCodeErrors, refused } from '../error-codes.ts';
import type { InvitationCodesOptions } from '../options.ts';
import { redeem } from '../redemption/redeem.ts';
import type { Spending } from '../redemption/redemption.ts';

/** What an act grants before a member can be made: the use that is spent for it, or null where the host asks for none. */
export type Admission = { spends: Spending | null };

/** Where it can be decided only when the user is made, it is a function that decides then, and throws the refusal. */
type AdmittingContext = { admission?: Admission | (() => Promise<Admission>) };

/** Grants the user that is about to be made in this request. */
export function admit(ctx: GenericEndpointContext, admission: Admission) {
  (ctx.context as AdmittingContext).admission = admission;
}

/** A provider is asked once who somebody is: its tokens, which would open more, are not kept. */
const noTokens = {
  accessToken: null,
  refreshToken: null,
  idToken: null,
  accessTokenExpiresAt: null,
  refreshTokenExpiresAt: null,
  scope: null,
};

/**
 * The one gate: every user and every login of Better Auth passes here, whichever route makes it.
 * Nothing passes that was not admitted in the same request, and the use is spent in the transaction that makes the user.
 */
export function gate(options: InvitationCodesOptions): BetterAuthOptions['databaseHooks'] {
  return {
    user: {
      create: {
        before: async (user, ctx) => {
          const granted = (ctx?.context as AdmittingContext | undefined)?.admission;
          const admission = typeof granted === 'function' ? await granted() : granted;
          if (!admission) throw refused(invitationCodeErrors.INVITATION_CODE_REQUIRED);
          const redemptionId =
            admission.spends && (await redeem(options.db, admission.spends, options.now()));
          if (admission.spends && !redemptionId) throw refused(invitationCodeErrors.INVITATION_CODE_INVALID);
          return { data: { ...user, isGuest: false, lastSeenAt: null, redemptionId } };
        },
      },
    },
    account: {
      create: {
        before: async (account) => {
          const { userId } = account;
          const owner = await options.db
            .selectFrom('user')
            .select('isGuest')
            .where('id', '=', userId)
            .executeTakeFirst();
          // A guest with a password would be a member whom no code admitted.
          if (!owner || owner.isGuest) throw refused(invitationCodeErrors.INVITATION_CODE_REQUIRED);
          return { data: { ...account, ...noTokens } };
        },
      },
      update: { before: async (account) => ({ data: { ...account, ...noTokens } }) },
    },
  };
}
