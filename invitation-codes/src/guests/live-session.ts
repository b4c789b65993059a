import type { GenericEndpointContext, Session, User } from 'better-auth';
import type { InvitationCodesOptions } from '../options.ts';
import type { UserColumns } from '../tables.ts';

export type SessionWithUser = { session: Session; user: User & UserColumns };

/**
 * The session in the request's cookie, live or not.
 * Better Auth's own look-up would also expire the cookie in the answer, even one that this request has just set.
 */
export async function sessionFromCookie(ctx: GenericEndpointContext): Promise<SessionWithUser | null> {
  const { name } = ctx.context.authCookies.sessionToken;
  const token = await ctx.getSignedCookie(name, ctx.context.secret);
  if (!token) return null;
  return (await ctx.context.internalAdapter.findSession(token)) as SessionWithUser | null;
}

/** The session in the request's cookie, if it is live. */
export async function liveSession(
  ctx: GenericEndpointContext,
  options: Pick<InvitationCodesOptions, 'guestTtlMs' | 'now'>,
): Promise<SessionWithUser | null> {
  const named = await sessionFromCookie(ctx);
  return named && isLive(named, options) ? named : null;
}

/** True when the session is not expired, and its guest was not idle for too long. */
function isLive(
  { session, user }: SessionWithUser,
  { guestTtlMs, now }: Pick<InvitationCodesOptions, 'guestTtlMs' | 'now'>,
): boolean {
  return session.expiresAt.getTime() > now() && !isIdle(user, guestTtlMs, now()) && !isOver(user, now());
}

/** True for a guest whose time is over. */
export function isOver({ endsAt }: { endsAt?: number | null }, now: number): boolean {
  return typeof endsAt === 'number' && endsAt <= now;
}

/** True for a guest who was idle for too long. A member never is. */
export function isIdle(
  { isGuest, lastSeenAt }: { isGuest: UserColumns['isGuest']; lastSeenAt?: number | null },
  guestTtlMs: number,
  now: number,
): boolean {
  return Boolean(isGuest) && (lastSeenAt ?? 0) < now - guestTtlMs;
}
