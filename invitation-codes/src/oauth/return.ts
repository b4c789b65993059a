import type { GenericEndpointContext } from 'better-auth';
import { createAuthMiddleware, isAPIError } from 'better-auth/api';
import { invitationCodeErrors, refused } from '../error-codes.ts';
import type { Admission } from '../members/gate.ts';
import type { InvitationCodesOptions } from '../options.ts';
import { digestToSpend } from '../redemption/spending.ts';
import { enterOnReturn } from './enter-on-return.ts';
import { linkOnReturn } from './link-on-return.ts';
import { oauthStateOnReturn, providerOf } from './state.ts';

/**
 * Runs before `GET /callback/:id`, where a provider sends a person back. Nothing was decided for good before: the adapters
 * below replace Better Auth's own, decide everything now, and join its transactions.
 */
export const decideOnReturn = (options: InvitationCodesOptions) => ({
  matcher: ({ path }: { path?: string }) => path === '/callback/:id',
  handler: createAuthMiddleware(async (ctx) => {
    const adapter = adapterOnReturn(ctx, options);
    return {
      context: { context: { admission: () => admissionOnReturn(options), internalAdapter: adapter } },
    };
  }),
});

function adapterOnReturn(ctx: GenericEndpointContext, options: InvitationCodesOptions) {
  const { internalAdapter } = ctx.context;
  const enter = enterOnReturn(ctx, options);
  const link = linkOnReturn(ctx, options);

  /** Attack: a state works once, in the browser that started, for its provider. It is consumed before we ask the provider. */
  async function findVerificationValue(identifier: string) {
    const cookie = ctx.context.createAuthCookie('state').name;
    const startedHere = await ctx.getSignedCookie(cookie, ctx.context.secret);
    if (!startedHere || startedHere !== ctx.query?.state)
      return internalAdapter.findVerificationValue(identifier);
    const state = await internalAdapter.consumeVerificationValue(identifier);
    return state && providerOf(state.value) === ctx.params?.id ? state : null;
  }

  /** Better Auth answers errors of these functions as if the provider had failed: the host gets the real error. */
  function reported<Args extends unknown[], Result>(act: (...args: Args) => Promise<Result>) {
    return async (...args: Args) => {
      try {
        return await act(...args);
      } catch (error) {
        if (!isAPIError(error)) options.report(error);
        throw error;
      }
    };
  }

  return {
    findVerificationValue: reported(findVerificationValue),
    findSession: link.findSession,
    findAccountOwnerByKey: enter.findAccountOwnerByKey,
    findUserByEmail: reported(enter.findUserByEmail),
    createUser: reported(enter.createUser),
    createAccount: reported(link.createAccount),
    createSession: enter.createSession,
  };
}

/** Decides what a person without an account must spend. Throws the refusal. */
async function admissionOnReturn(options: InvitationCodesOptions): Promise<Admission> {
  const state = await oauthStateOnReturn();
  if (state.act !== 'enter') throw refused(invitationCodeErrors.INVITATION_CODE_REQUIRED);
  const digest = await digestToSpend(options, state.code, options.decideRegistration);
  return { spends: digest === null ? null : { digest, kind: 'registration', entry: 'provider' } };
}
