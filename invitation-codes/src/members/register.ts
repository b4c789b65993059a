import { createAuthMiddleware } from 'better-auth/api';
import { invitationCodeErrors, refused } from '../error-codes.ts';
import { liveSession } from '../guests/live-session.ts';
import type { InvitationCodesOptions } from '../options.ts';
import { digestOfGivenCode, digestToSpend } from '../redemption/spending.ts';
import { withAnyEmail } from './any-email.ts';
import type { Admission } from './gate.ts';

/**
 * Runs before `POST /sign-up/email`, which may have an `invitationCode` in its body.
 *
 * It decides before any look-up or hashing: a person without a usable code learns nothing about emails, and costs no hash.
 * Hashing comes before the transaction, which would hold the database meanwhile.
 */
export const decideBeforeSignUp = (options: InvitationCodesOptions) => ({
  matcher: ({ path }: { path?: string }) => path === '/sign-up/email',
  handler: createAuthMiddleware(async (ctx) => {
    if (await liveSession(ctx, options)) throw refused(invitationCodeErrors.ALREADY_SIGNED_IN);
    const given = await digestOfGivenCode(options, ctx.body?.invitationCode);
    const digest = await digestToSpend(options, given, options.decideRegistration);
    const credentials = { email: String(ctx.body?.email), password: String(ctx.body?.password) };
    const problem = options.problemOfCredentials(credentials);
    if (problem) throw refused(problem);
    const hash = await ctx.context.password.hash(credentials.password);
    const admission: Admission = {
      spends: digest === null ? null : { digest, kind: 'registration', entry: 'password' },
    };
    const { body, internalAdapter } = withAnyEmail(ctx, {
      ...ctx.body,
      name: ctx.body?.name ?? '',
      email: credentials.email,
    });
    const password = { ...ctx.context.password, hash: async () => hash };
    return {
      context: {
        body,
        context: { admission, internalAdapter, password },
      },
    };
  }),
});
