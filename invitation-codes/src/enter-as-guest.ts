import { runWithTransaction } from '@better-auth/core/context';
import type { GenericEndpointContext } from 'better-auth';
import { createAuthEndpoint, formCsrfMiddleware } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import * as z from 'zod';
import { problemOfText } from './code.ts';
import { type Attempt, claimAttempt, guestOfAttempt } from './entry-attempt.ts';
import { invitationCodeErrors, refused } from './error-codes.ts';
import { admit } from './gate.ts';
import { liveSession, type SessionOfPerson } from './live-session.ts';
import type { InvitationCodesOptions } from './options.ts';
import { lookUp } from './redeem.ts';
import { attemptDigestOf, digestOf } from './seal.ts';

const attemptId = z
  .string()
  .regex(/^[0-9a-f]{32}$/i, '32 hexadecimal digits are expected')
  .optional();

/** What a guest entry is asked for with: a code, or the host's default one; and the id of this attempt, 128 random bits. */
export const guestEntry = z.union(
  [z.strictObject({ code: z.string(), attemptId }), z.strictObject({ default: z.literal(true), attemptId })],
  'code: either { code } or { default: true } is expected, and an attemptId of 32 hexadecimal digits may be',
);

/**
 * `POST /sign-in/invitation-code`: opens a guest session by a login code, or by the host's default one.
 *
 * The same `attemptId` is answered for 10 minutes with the session of the guest that it made; with another code it is refused.
 */
export const enterAsGuest = (options: InvitationCodesOptions) =>
  createAuthEndpoint(
    '/sign-in/invitation-code',
    { method: 'POST', body: guestEntry, use: [formCsrfMiddleware] },
    async (ctx) => {
      const by = 'code' in ctx.body ? 'code' : 'default';
      const digest = await digestOfEntry(ctx.body, options);
      const attempt = ctx.body.attemptId ? attemptDigestOf(options.keys, ctx.body.attemptId) : null;
      const live = await liveSession(ctx, options);

      const { state, codeId } = await lookUp(options.db, digest, options.now());
      const refusal = live ? invitationCodeErrors.ALREADY_SIGNED_IN : options.decideEntry(by, state);
      if (refusal) {
        // The code first, then the attempt: a first try that has just spent the last use is then seen to have made its guest.
        const earlier = attempt && (await guestOfAttempt(options, attempt));
        if (earlier) return answerAgain(ctx, earlier, { digest, live });
        throw refused(refusal);
      }
      if (!digest || !codeId) throw refused(invitationCodeErrors.INVITATION_CODE_INVALID);

      const claim = attempt ? { digest: attempt, codeId } : null;
      const guest = await makeGuest(ctx, options, { by, digest, claim });
      // The same attempt, a moment earlier, has made its guest while this one was on its way.
      if (!guest) return answerAgain(ctx, await guestOfAttempt(options, attempt ?? ''), { digest, live });
      await setSessionCookie(ctx, guest);
      return ctx.json(answer(guest.user.id));
    },
  );

async function digestOfEntry(
  entry: z.infer<typeof guestEntry>,
  options: InvitationCodesOptions,
): Promise<string | null> {
  if (!('code' in entry)) return options.defaultLoginDigest();
  if (problemOfText(entry.code)) throw refused(invitationCodeErrors.INVITATION_CODE_INVALID);
  return digestOf(options.keys, entry.code);
}

async function answerAgain(
  ctx: GenericEndpointContext,
  earlier: { userId: string; codeDigest: string } | undefined,
  { digest, live }: { digest: string | null; live: SessionOfPerson | null },
) {
  if (earlier?.codeDigest !== digest) throw refused(invitationCodeErrors.INVITATION_CODE_INVALID);
  if (live && live.user.id !== earlier?.userId) throw refused(invitationCodeErrors.ALREADY_SIGNED_IN);
  const [first] = earlier ? await ctx.context.internalAdapter.listSessions(earlier.userId) : [];
  const session = first && (await ctx.context.internalAdapter.findSession(first.token));
  // The guest may have become a member since they were looked up: a member's session is nobody's to ask for.
  const isGuests = Boolean((session as SessionOfPerson | null)?.user.isGuest);
  if (!session || !isGuests) throw refused(invitationCodeErrors.INVITATION_CODE_INVALID);
  await setSessionCookie(ctx, session);
  return ctx.json(answer(session.user.id));
}

async function makeGuest(
  ctx: GenericEndpointContext,
  options: InvitationCodesOptions,
  {
    by,
    digest,
    claim,
  }: { by: 'code' | 'default'; digest: string; claim: Pick<Attempt, 'digest' | 'codeId'> | null },
) {
  const { internalAdapter, adapter, generateId } = ctx.context;
  const id = generateId({ model: 'user' }) || crypto.randomUUID();
  const entry = by === 'code' ? 'guest' : 'default';
  admit(ctx, { isGuest: true, spends: { digest, kind: 'login', entry } });
  return runWithTransaction(adapter, async () => {
    // The claim comes first: a second try of the same attempt waits here, and spends nothing.
    if (claim && !(await claimAttempt(options, { ...claim, userId: id }))) return null;
    await options.beforeGuest({ by, headers: ctx.headers ?? new Headers() });
    const guest = { id, name: '', email: `${id}@guest.invalid`.toLowerCase(), emailVerified: false };
    const user = await internalAdapter.createUser(guest, { method: 'invitation-code' });
    const session = await internalAdapter.createSession(id);
    return { user, session };
  });
}

function answer(id: string) {
  return { user: { id, isGuest: true } };
}
