import type { BetterAuthOptions, GenericEndpointContext } from 'better-auth';
import { invitationCodeErrors, refused } from '../error-codes.ts';
import type { InvitationCodesOptions } from '../options.ts';
import { redeem } from '../redemption/redeem.ts';
import type { Spending } from '../redemption/redemption.ts';

/** Permission to create a member: the use to spend, or null when the host requires none. */
export type Admission = { spends: Spending | null };

/** A function decides later, when the user is created, and throws the refusal. */
type AdmittingContext = { admission?: Admission | (() => Promise<Admission>) };

/** Admits the user who is about to be created in this request. */
export function admit(ctx: GenericEndpointContext, admission: Admission) {
  (ctx.context as AdmittingContext).admission = admission;
}

/** A provider's tokens give access to more than an identity: they are not stored. */
const noTokens = {
  accessToken: null,
  refreshToken: null,
  idToken: null,
  accessTokenExpiresAt: null,
  refreshTokenExpiresAt: null,
  scope: null,
};

/**
 * The one gate: Better Auth creates every user and every sign-in method through it, on every route. It refuses a user who
 * was not admitted in the same request, and spends the use in the transaction that creates the user.
 */
export function gate(options: InvitationCodesOptions): BetterAuthOptions['databaseHooks'] {
  return {
    user: {
      create: {
        before: async (user, ctx) => {
          const granted = (ctx?.context as AdmittingContext | undefined)?.admission;
          const admission = typeof granted === 'function' ? await granted() : granted;
          if (!admission) throw refused(invitationCodeErrors.INVITATION_CODE_REQUIRED);
          const redemption = admission.spends && (await redeem(options.db, admission.spends, options.now()));
          if (admission.spends && !redemption) throw refused(invitationCodeErrors.INVITATION_CODE_INVALID);
          return {
            data: { ...user, isGuest: false, lastSeenAt: null, redemptionId: redemption?.id ?? null },
          };
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
          // Attack: a guest with a password would be a member without a code.
          if (!owner || owner.isGuest) throw refused(invitationCodeErrors.INVITATION_CODE_REQUIRED);
          return { data: { ...account, ...noTokens } };
        },
      },
      update: { before: async (account) => ({ data: { ...account, ...noTokens } }) },
    },
  };
}
