import { createAuthMiddleware } from 'better-auth/api';
import { namedSession } from './live-session.ts';
import type { InvitationCodesOptions } from './options.ts';

type Erasing = Pick<InvitationCodesOptions, 'db' | 'now' | 'guestTtlMs' | 'beforeErase' | 'afterErase'>;

/**
 * Runs before `POST /sign-out`: a guest is erased, a member's session ends. It throws when that fails, and the person
 * stays signed in; Better Auth's own sign-out would answer success.
 */
export const eraseBeforeSignOut = (options: InvitationCodesOptions) => ({
  matcher: ({ path }: { path?: string }) => path === '/sign-out',
  handler: createAuthMiddleware(async (ctx) => {
    const named = await namedSession(ctx);
    if (!named) return;
    if (named.user.isGuest) await eraseGuest(options, named.user.id);
    else await ctx.context.internalAdapter.deleteSession(named.session.token);
  }),
});

/** Erases a guest with everything that hangs from them. Who is no guest (any more) is left alone. */
export async function eraseGuest(options: Erasing, userId: string): Promise<void> {
  await options.beforeErase(userId);
  await options.db.deleteFrom('user').where('id', '=', userId).where('isGuest', '=', true).execute();
  await options.afterErase();
}

/**
 * Erases the guests who are gone: idle for too long, or without a session that could bring them back.
 *
 * @returns how many there were
 */
export async function sweepGuests(options: Erasing): Promise<number> {
  const gone = await goneGuests(options);
  for (const { id } of gone) await eraseGuest(options, id);
  return gone.length;
}

function goneGuests({ db, now, guestTtlMs }: Erasing) {
  return db
    .selectFrom('user')
    .select('id')
    .where('isGuest', '=', true)
    .where(({ eb, or, not, exists, selectFrom }) =>
      or([
        eb('lastSeenAt', '<', now() - guestTtlMs),
        not(
          exists(
            selectFrom('session')
              .select('session.userId')
              .whereRef('session.userId', '=', 'user.id')
              .where('session.expiresAt', '>', new Date(now())),
          ),
        ),
      ]),
    )
    .execute();
}
