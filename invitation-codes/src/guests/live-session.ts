import type { GenericEndpointContext, Session, User } from 'better-auth';
import type { InvitationCodesOptions } from '../options.ts';
import type { UserColumns } from '../tables.ts';

/** A session with the person whose it is. */
export type SessionWithUser = { session: Session; user: User & UserColumns };

/**
 * The session that the request's cookie names, live or not; null when there is none.
 * Better Auth's own look-up would expire the cookie in the answer, also one that this very request sets anew.
 */
export async function sessionFromCookie(ctx: GenericEndpointContext): Promise<SessionWithUser | null> {
  const { name } = ctx.context.authCookies.sessionToken;
  const token = await ctx.getSignedCookie(name, ctx.context.secret);
  if (!token) return null;
  return (await ctx.context.internalAdapter.findSession(token)) as SessionWithUser | null;
}

/** The session that the request's cookie names, if it still admits. */
export async function liveSession(
  ctx: GenericEndpointContext,
  options: Pick<InvitationCodesOptions, 'guestTtlMs' | 'now'>,
): Promise<SessionWithUser | null> {
  const named = await sessionFromCookie(ctx);
  return named && isLive(named, options) ? named : null;
}

/** Whether a session still admits: not expired, and a guest not idle for too long. */
export function isLive(
  { session, user }: SessionWithUser,
  { guestTtlMs, now }: Pick<InvitationCodesOptions, 'guestTtlMs' | 'now'>,
): boolean {
  return session.expiresAt.getTime() > now() && !isIdle(user, guestTtlMs, now());
}

/** Whether a guest was idle for too long. A member never is. */
export function isIdle(
  { isGuest, lastSeenAt }: { isGuest: UserColumns['isGuest']; lastSeenAt?: number | null },
  guestTtlMs: number,
  now: number,
): boolean {
  return Boolean(isGuest) && (lastSeenAt ?? 0) < now - guestTtlMs;
}
