import { createAuthMiddleware } from 'better-auth/api';
import { invitationCodeErrors, refused } from '../error-codes.ts';
import { liveSession } from '../guests/live-session.ts';
import type { InvitationCodesOptions } from '../options.ts';
import { digestOfGivenCode, digestToSpend } from '../redemption/spending.ts';
import type { Admission } from './gate.ts';

/**
 * Runs before `POST /sign-up/email`, whose body may hold an `invitationCode`.
 *
 * It decides before anything is looked up or hashed, so that whoever has no usable code learns nothing of e-mails and costs
 * no hash. The hash comes before the transaction, which would otherwise hold the database for as long as it takes.
 */
export const decideBeforeSignUp = (options: InvitationCodesOptions) => ({
  matcher: ({ path }: { path?: string }) => path === '/sign-up/email',
  handler: createAuthMiddleware(async (ctx) => {
    if (await liveSession(ctx, options)) throw refused(invitationCodeErrors.ALREADY_SIGNED_IN);
    const given = digestOfGivenCode(options, ctx.body?.invitationCode);
    const digest = await digestToSpend(options, given, options.decideRegistration);
    const credentials = { email: String(ctx.body?.email), password: String(ctx.body?.password) };
    const problem = options.problemOfCredentials(credentials);
    if (problem) throw refused(problem);
    const hash = await ctx.context.password.hash(credentials.password);
    const admission: Admission = {
      spends: digest === null ? null : { digest, kind: 'registration', entry: 'password' },
    };
    return {
      context: {
        body: { ...ctx.body, name: ctx.body?.name ?? '' },
        context: { admission, password: { ...ctx.context.password, hash: async () => hash } },
      },
    };
  }),
});
