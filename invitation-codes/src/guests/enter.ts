import type { GenericEndpointContext } from 'better-auth';
import { APIError, createAuthEndpoint, formCsrfMiddleware } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import type * as z from 'zod';
import { guestEntry } from '../bodies.ts';
import { problemOfTyped } from '../code.ts';
import { invitationCodeErrors, refused } from '../error-codes.ts';
import { browserKeyOfAttempt, unwrap } from '../keys/data-keys.ts';
import { openerIn, setKeyCookie } from '../keys/guest-keys.ts';
import type { InvitationCodesOptions } from '../options.ts';
import { findDigest } from '../redemption/find-digest.ts';
import { lookUp } from '../redemption/look-up.ts';
import { minuteMs } from '../redemption/minutes.ts';
import { isRoom } from '../redemption/places.ts';
import { redeem } from '../redemption/redeem.ts';
import type { Redemption } from '../redemption/redemption.ts';
import { attemptDigestOf } from '../seal.ts';
import { forgetIfExpired, guestOfAttempt, isAttemptTaken, isKnownAttempt } from './attempt.ts';
import { liveSession, type SessionWithUser } from './live-session.ts';
import { guestRows, newGuest } from './new-guest.ts';

/**
 * `POST /sign-in/invitation-code` opens a guest session with a login code, or with the host's default one.
 *
 * For 10 minutes the same `attemptId` gets the session of the guest that it created. With another code it is refused.
 */
export const enterAsGuest = (options: InvitationCodesOptions) =>
  createAuthEndpoint(
    '/sign-in/invitation-code',
    { method: 'POST', body: guestEntry, use: [formCsrfMiddleware] },
    async (ctx) => {
      const by = 'code' in ctx.body ? 'code' : 'default';
      const digest = await digestOfEntry(ctx.body, options);
      const attempt = ctx.body.attemptId ? attemptDigestOf(options.keys, ctx.body.attemptId) : null;
      const browserKey = browserKeyOfAttempt(ctx.body.attemptId ?? null);
      const live = await liveSession(ctx, options);

      // Ask the settings about a valid code. Whether this one is valid, the redemption decides.
      const mayEnter = digest && !live && !options.decideEntry(by, 'login');
      const limit =
        mayEnter && by === 'default' ? await checkDefaultLimit(ctx, options, { digest, attempt }) : null;
      const guest =
        mayEnter && !limit ? await createGuest(ctx, options, { digest, attempt, browserKey }) : null;
      if (guest) {
        await setSessionCookie(ctx, guest);
        setKeyCookie(ctx, options, { browserKey, endsAt: guest.user.endsAt });
        return ctx.json(answer(guest.user.id));
      }

      // In this order: if a first try has just spent the last use, we then find the guest that it created.
      const state = await lookUp(options.db, digest, options.now());
      const earlier = attempt && (await guestOfAttempt(options, attempt));
      if (earlier) return answerRetry(ctx, options, earlier, { digest, live, browserKey });
      if (live) throw refused(invitationCodeErrors.ALREADY_SIGNED_IN);
      const refusal = options.decideEntry(by, state);
      if (refusal) throw refused(refusal);
      // The code works, so its room was full. A place that became free since then is for the next try.
      if (digest && (await isRoom(options.db, digest)))
        throw new APIError('CONFLICT', invitationCodeErrors.ROOM_FULL);
      throw limit ?? refused(invitationCodeErrors.INVITATION_CODE_INVALID);
    },
  );

async function digestOfEntry(
  entry: z.infer<typeof guestEntry>,
  options: InvitationCodesOptions,
): Promise<string | null> {
  if (!('code' in entry)) return options.defaultLoginDigest();
  if (problemOfTyped(entry.code)) throw refused(invitationCodeErrors.INVITATION_CODE_INVALID);
  return findDigest(options.db, options.keys, entry.code);
}

/** Counts an entry with the default code. Does not count retries, or entries that will fail anyway. */
async function checkDefaultLimit(
  ctx: GenericEndpointContext,
  options: InvitationCodesOptions,
  { digest, attempt }: { digest: string; attempt: string | null },
): Promise<APIError | null> {
  if (attempt && (await guestOfAttempt(options, attempt))) return null;
  if ((await lookUp(options.db, digest, options.now())) !== 'login') return null;
  return options.limitDefaultEntry(ctx.headers ?? new Headers());
}

async function answerRetry(
  ctx: GenericEndpointContext,
  options: InvitationCodesOptions,
  earlier: { userId: string; codeDigest: string; dataKeys: string | null },
  { digest, live, browserKey }: { digest: string | null; live: SessionWithUser | null; browserKey: Buffer },
) {
  if (earlier.codeDigest !== digest) throw refused(invitationCodeErrors.INVITATION_CODE_INVALID);
  if (live && live.user.id !== earlier.userId) throw refused(invitationCodeErrors.ALREADY_SIGNED_IN);
  const [first] = await ctx.context.internalAdapter.listSessions(earlier.userId);
  const session = first && (await ctx.context.internalAdapter.findSession(first.token));
  // The guest may have become a member meanwhile: a retry must never get a member's session.
  const isGuest = Boolean((session as SessionWithUser | null)?.user.isGuest);
  if (!session || !isGuest) throw refused(invitationCodeErrors.INVITATION_CODE_INVALID);
  await setSessionCookie(ctx, session);
  // The guest may have started over with another key, which this browser may have.
  const opener = openerIn(ctx, options, earlier.userId);
  const workingKey = [browserKey, opener.browserKey].find(
    (each) => each && earlier.dataKeys && unwrap(earlier.dataKeys, { ...opener, browserKey: each }),
  );
  const { endsAt } = (session as SessionWithUser).user;
  if (workingKey) setKeyCookie(ctx, options, { browserKey: workingKey, endsAt: endsAt ?? null });
  return ctx.json(answer(session.user.id));
}

/** Returns null when the code is not usable, or the attempt has its guest already. */
async function createGuest(
  ctx: GenericEndpointContext,
  options: InvitationCodesOptions,
  entry: { digest: string; attempt: string | null; browserKey: Buffer },
): Promise<SessionWithUser | null> {
  const { digest, attempt, browserKey } = entry;
  const now = options.now();
  const guest = newGuest(ctx, options, browserKey);
  // Typing the default code is the same as asking for it.
  const isDefault = await options.isDefaultLogin(digest);
  const unless = attempt === null ? undefined : isKnownAttempt(attempt);
  const spending = { digest, kind: 'login', entry: isDefault ? 'default' : 'guest', unless } as const;
  const attempted = attempt ? { digest: attempt, attemptedAt: now } : null;
  try {
    const redemption = await redeem(options.db, spending, now, guestRows(guest, attempted));
    if (redemption) return endingAfter(guest, redemption, now);
  } catch (error) {
    // A race: the same attempt was sent twice at once.
    if (!attempt || !isAttemptTaken(error)) throw error;
  }
  return attempt && (await forgetIfExpired(options, attempt)) ? createGuest(ctx, options, entry) : null;
}

/** The guest as the statement has written them. */
function endingAfter(
  { user, session }: SessionWithUser,
  { minutes }: Redemption,
  now: number,
): SessionWithUser {
  return { session, user: { ...user, endsAt: minutes === null ? null : now + minutes * minuteMs } };
}

function answer(id: string) {
  return { user: { id, isGuest: true } };
}
