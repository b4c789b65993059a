import { createAuthMiddleware } from 'better-auth/api';
import { problemOfText } from './code.ts';
import { invitationCodeErrors, refused } from './error-codes.ts';
import type { Admission } from './gate.ts';
import { isLive, namedSession } from './live-session.ts';
import type { InvitationCodesOptions } from './options.ts';
import { lookUp } from './redeem.ts';
import { digestOf } from './seal.ts';

/**
 * Runs before `POST /sign-up/email`, whose body may hold an `invitationCode`.
 *
 * It decides before anything is looked up or hashed, so that whoever has no usable code learns nothing of e-mails and costs
 * no hash. The hash comes before the transaction, which would otherwise hold the database for as long as it takes.
 */
export const decideBeforeSignUp = (options: InvitationCodesOptions) => ({
  matcher: ({ path }: { path?: string }) => path === '/sign-up/email',
  handler: createAuthMiddleware(async (ctx) => {
    const live = await namedSession(ctx);
    if (live && isLive(live, options)) throw refused(invitationCodeErrors.ALREADY_SIGNED_IN);
    const digest = await digestToSpend(options, ctx.body?.invitationCode);
    const credentials = { email: String(ctx.body?.email), password: String(ctx.body?.password) };
    const problem = options.problemOfCredentials(credentials);
    if (problem) throw refused(problem);
    const hash = await ctx.context.password.hash(credentials.password);
    const admission: Admission = {
      isGuest: false,
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

async function digestToSpend(options: InvitationCodesOptions, code: unknown): Promise<string | null> {
  const given = digestOfGiven(options, code);
  const byDefault = await options.defaultRegistrationDigest();
  const now = options.now();
  const states = await Promise.all([lookUp(options.db, given, now), lookUp(options.db, byDefault, now)]);
  const registration = options.decideRegistration(states[0].state, states[1].state);
  if ('refusal' in registration) throw refused(registration.refusal);
  return { given, default: byDefault, nothing: null }[registration.spends];
}

/** The digest of the code that a person brings; a text that cannot be a code has one too, and no row. */
function digestOfGiven({ keys }: InvitationCodesOptions, code: unknown): string | null {
  if (code === undefined || code === null || code === '') return null;
  const canBeCode = typeof code === 'string' && problemOfText(code) === null;
  return digestOf(keys, canBeCode ? code : '');
}
